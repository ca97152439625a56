import { newId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { ImportRunRow } from '../import-run.rows.ts';
import type { Draft } from '../kinds/kind.ts';

export interface PlacedDraft extends Draft {
  readonly row: number;
}

const named = (kind: 'PEOPLE' | 'ORGANIZATIONS', key: string): string =>
  `(select n.record_id from external_id n where n.association_id = $3 and n.source = $4 and n.kind = '${kind}'
      and n.external_id = ${key})`;

// Looked up one by one: a join would read every id of the source for each lot of rows.
const stage = statement(
  'import-rows-stage',
  `insert into staged_row (batch_id, row_number, key, record_id, person_id, organization_id, verdict, data, mark, made, was)
   select $1, r.row, r.key, coalesce(e.record_id, r.id),
     case when r."personKey" is not null then ${named('PEOPLE', 'r."personKey"')} end,
     case when r."organizationKey" is not null then ${named('ORGANIZATIONS', 'r."organizationKey"')} end,
     case when e.record_id is null then 'CREATE' when e.said @> coalesce(r.mark, r.data) then 'SAME' else 'CHANGE' end,
     case when e.record_id is null then coalesce(r."ofNew", '{}') || r.data else r.data end, r.mark, r.made,
     case when not e.said @> coalesce(r.mark, r.data) then e.said end
   from json_to_recordset($2) as r(row integer, key text, id uuid, "personKey" text, "organizationKey" text,
     data jsonb, "ofNew" jsonb, mark jsonb, made jsonb)
   left join lateral (
     select x.record_id, x.said from external_id x
     where x.association_id = $3 and x.source = $4 and x.kind = $5 and x.external_id = r.key limit 1) e on true`,
);

/** Puts rows where they wait to be judged and written together. */
export async function stageRows(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { id, associationId, source, kind }: ImportRunRow,
  drafts: readonly PlacedDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const makeId = idsOfOneDraw(clock, random);
  // Row by row: one text of all of them at once costs more.
  const rows = drafts.map(({ data, ids, ...draft }) =>
    JSON.stringify({
      ...draft,
      id: makeId(),
      data: { ...data, personKey: draft.personKey, organizationKey: draft.organizationKey },
      made: ids && Object.fromEntries(ids.map(name => [name, makeId()])),
    }),
  );
  await within(tx, stage, [id, `[${rows.join(',')}]`, associationId, source, kind]);
}

const BYTES_OF_AN_ID = 10;
const IDS_AT_A_TIME = 1_000;

/** Chance is drawn for many at once: each draw costs as much as all the rest of an id. */
function idsOfOneDraw(clock: Parts['clock'], random: Parts['random']): () => string {
  let drawn: Uint8Array = new Uint8Array();
  return () => {
    if (drawn.length === 0) drawn = random(IDS_AT_A_TIME * BYTES_OF_AN_ID);
    const chance = drawn.subarray(0, BYTES_OF_AN_ID);
    drawn = drawn.subarray(BYTES_OF_AN_ID);
    return newId(clock, () => chance);
  };
}
