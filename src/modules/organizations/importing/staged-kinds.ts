import type { LocalDate } from '../../../kernel/local-date.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

const IS_REPRESENTED = `exists (
  select from representation r
  where r.person_id = w.person_id and r.from_on <= $4 and (r.to_on is null or r.to_on > $4))`;

const represented = statement<{ readonly personId: string }>(
  'staged-accounts-represented',
  `select w.person_id as "personId" from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   where ${IS_REPRESENTED}`,
);

const notTheirs = statement<StagedFinding>(
  'staged-accounts-kinds',
  `select w.row_number as row, 'kind' as field,
     case w.data->>'kind' when 'INDIVIDUAL' then 'KIND_OF_REPRESENTED' else 'KIND_OF_NOBODY_ELSE' end as code
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   where (w.data->>'kind' = 'INDIVIDUAL' and ${IS_REPRESENTED})
     or (w.data->>'kind' = 'NON_PERSONAL' and w.person_id is not null and not ${IS_REPRESENTED} and not exists (
       select from delegation d
       where d.person_id = w.person_id and d.from_at <= $5 and (d.to_at is null or d.to_at > $5)))`,
);

/** Rows whose account would be one person's although others stand for them, or an organization's that there is none of. */
export const judgeStagedKinds = (
  staged: StagedRows,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): Judgement => judgement(notTheirs, [...stagedValues(staged), today, now]);

/** Those of the persons for whom others stand today: what is opened for them is nobody's alone. */
export const representedInFile = async (
  tx: Tx,
  staged: StagedRows,
  today: LocalDate,
): Promise<readonly string[]> =>
  (await within(tx, represented, [...stagedValues(staged), today])).map(({ personId }) => personId);
