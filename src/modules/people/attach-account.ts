import { IsNull } from 'typeorm';
import type { AccountId, PersonId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { PersonEntity } from './person.entity.ts';

/** How an attempt to give a record to an account went. */
export type Attachment = 'ATTACHED' | 'ALREADY' | 'HELD_BY_ANOTHER';

/** Gives a person's record to an account, unless somebody has it: of many at once, one wins. */
export async function attachAccount(
  _context: Pick<Context, 'clock'>,
  tx: Tx,
  wanted: { readonly personId: string; readonly accountId: string },
): Promise<Attachment> {
  const id = wanted.personId as PersonId;
  const accountId = wanted.accountId as AccountId;

  const claim = await tx.update(
    PersonEntity,
    { id, accountId: IsNull(), mergedIntoId: IsNull() },
    { accountId },
  );
  if (claim.affected === 1) return 'ATTACHED';

  const person = await tx.findOneByOrFail(PersonEntity, { id });
  return person.accountId === accountId ? 'ALREADY' : 'HELD_BY_ANOTHER';
}
