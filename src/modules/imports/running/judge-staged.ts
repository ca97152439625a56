import type { Header } from '../../../platform/csv/header.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { StagedFinding, StagedRows } from '../../../platform/staging/staged-rows.ts';
import type { ImportRunRow } from '../import-run.rows.ts';
import type { Kind } from '../kinds/kind.ts';
import { addFindings, MOST_OF_A_SEVERITY, toldAs } from './findings.ts';

const ownRows = statement<StagedFinding>(
  'staged-rows-own',
  `with own as (
     select p.id from person p where p.account_id = $2
     union all
     select d.organization_id from delegation d join person p on p.id = d.person_id
     where p.account_id = $2 and (d.to_at is null or d.to_at > $3))
   select s.row_number as row, 'id' as field, 'OWN_RECORD' as code
   from staged_row s where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE')
     and (s.record_id in (select id from own) or s.person_id in (select id from own)
       or s.organization_id in (select id from own))`,
);

const hold = statement(
  'staged-rows-hold',
  `update staged_row set verdict = 'HELD' where batch_id = $1 and row_number = any ($2::integer[])`,
);

const twice = statement<StagedFinding>(
  'staged-rows-twice',
  `select row_number as row, 'id' as field, 'ROW_TWICE' as code, first as "otherRow" from (
     select row_number, min(row_number) over (partition by key) as first from staged_row where batch_id = $1) w
   where row_number > first`,
);

const unknown = statement<StagedFinding>(
  'staged-rows-unknown',
  `select row_number as row, case when data ? 'personKey' and person_id is null then 'person' else 'organization' end
       as field,
     case when data ? 'personKey' and person_id is null then 'PERSON_UNKNOWN' else 'ORGANIZATION_UNKNOWN' end as code
   from staged_row where batch_id = $1 and verdict <> 'SAME'
     and ((data ? 'personKey' and person_id is null) or (data ? 'organizationKey' and organization_id is null))`,
);

interface Judging {
  readonly header: Header;
  readonly all: StagedRows;
  readonly now: Date;
  /** How many the reading of the file has told. */
  readonly faultsBefore: number;
}

/** What the rows are together, and beside what is on file. Writes the report; answers how many faults it adds. */
export async function judgeStaged(
  tx: Tx,
  run: ImportRunRow,
  kind: Kind,
  { header, all, now, faultsBefore }: Judging,
): Promise<number> {
  const told = toldAs(field => header.nameOf(field));

  const held = [
    ...(await within(tx, ownRows, [run.id, run.askedBy, now])),
    ...((await kind.hold?.(tx, all)) ?? []),
  ];
  if (held.length > 0) await within(tx, hold, [run.id, held.map(({ row }) => row)]);

  const { faults, notices = [], duplicates = [] } = await kind.judge(tx, all, run.associationId);
  const general = [...(await within(tx, twice, [run.id])), ...(await within(tx, unknown, [run.id]))];
  const room = MOST_OF_A_SEVERITY - faultsBefore;
  await addFindings(tx, run.id, 'FAULT', [...general, ...faults].map(told), room);
  await addFindings(tx, run.id, 'NOTICE', [...held, ...notices].map(told));
  await addFindings(tx, run.id, 'DUPLICATE', duplicates.map(told));
  return general.length + faults.length;
}
