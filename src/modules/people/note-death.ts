import type { PersonId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const note = statement(
  'person-note-death',
  'update person set died_on = $2 where id = any ($1::uuid[]) and merged_into_id is null',
);

/** From now on nobody writes to them; null: they live after all. What says so is the asker's record. */
export const noteDeath = (
  tx: Tx,
  personIds: readonly PersonId[],
  diedOn: LocalDate | null,
): Promise<unknown> => within(tx, note, [personIds, diedOn]);
