import type { Header } from '../../../platform/csv/header.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  CHANGED_ROWS,
  judgement,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import type { ImportRunRow } from '../import-run.rows.ts';
import type { Circumstances, Kind } from '../kinds/kind.ts';
import { MOST_OF_A_SEVERITY, tell, tellAndHold, type Telling } from './findings.ts';

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

const twice = statement<StagedFinding>(
  'staged-rows-twice',
  `select row_number as row, 'id' as field, 'ROW_TWICE' as code, first as "otherRow" from (
     select row_number, min(row_number) over (partition by key) as first from staged_row where batch_id = $1) w
   where row_number > first`,
);

// Two records of the other system that were merged here: of two rows that change one record, one would be lost.
const recordTwice = statement<StagedFinding>(
  'staged-records-twice',
  `select row, 'id' as field, 'RECORD_TWICE' as code, other as "otherRow" from (
     select n.row_number as row, min(n.row_number) over (partition by n.record_id) as other from (
       select w.row_number, w.record_id from ${CHANGED_ROWS}) n) t
   where row > other`,
);

const unknown = statement<StagedFinding>(
  'staged-rows-unknown',
  `select row_number as row, case when data ? 'personKey' and person_id is null then 'person' else 'organization' end
       as field,
     case when data ? 'personKey' and person_id is null then 'PERSON_UNKNOWN' else 'ORGANIZATION_UNKNOWN' end as code
   from staged_row where batch_id = $1 and verdict <> 'SAME'
     and ((data ? 'personKey' and person_id is null) or (data ? 'organizationKey' and organization_id is null))`,
);

interface Judging extends Circumstances {
  readonly header: Header;
  readonly all: StagedRows;
  /** How many the reading of the file has told. */
  readonly faultsBefore: number;
}

/** What the rows are together, and beside what is on file. Writes the report; answers how many faults it adds. */
export async function judgeStaged(
  tx: Tx,
  run: ImportRunRow,
  kind: Kind,
  { header, all, faultsBefore, ...circumstances }: Judging,
): Promise<number> {
  const report = {
    runId: run.id,
    names: Object.fromEntries(kind.columns.map(({ field }) => [field, header.nameOf(field)])),
  };
  const say = async (
    severity: Telling['severity'],
    judgements: readonly Judgement[] = [],
    { how = tell, before = 0 } = {},
  ): Promise<number> => {
    let said = before;
    for (const one of judgements)
      said += await how(tx, one, { ...report, severity, room: MOST_OF_A_SEVERITY - said });
    return said;
  };

  const own = judgement(ownRows, [run.id, run.askedBy, circumstances.now]);
  // Last, among those rows that nothing else holds.
  const merged = judgement(recordTwice, stagedValues(all));
  const kept = [own, ...(kind.hold?.(all, circumstances) ?? []), merged];
  const held = await say('NOTICE', kept, { how: tellAndHold });
  const { faults, notices, duplicates } = kind.judge(all, circumstances);
  const general = [twice, unknown].map(asked => judgement(asked, [run.id]));
  const faulty = await say('FAULT', [...general, ...faults], { before: faultsBefore });
  await say('NOTICE', notices, { before: held });
  await say('DUPLICATE', duplicates);
  return faulty - faultsBefore;
}
