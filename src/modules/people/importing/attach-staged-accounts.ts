import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  STAGED_ROWS,
  stagedValues,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

const attach = statement<{ readonly personId: string }>(
  'staged-accounts-attach',
  `update person p set account_id = w.record_id
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   where p.id = w.person_id and p.account_id is null
   returning p.id as "personId"`,
);

const haveOne = statement<StagedFinding>(
  'staged-accounts-have-one',
  `select w.row_number as row, 'person' as field, 'HAS_ACCOUNT' as code
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   join person p on p.id = w.person_id where p.account_id is not null`,
);

/** Gives each person the account that their row opened; answers to whom. Whoever has one already keeps it. */
export const attachStagedAccounts = async (tx: Tx, staged: StagedRows): Promise<readonly string[]> =>
  (await within(tx, attach, stagedValues(staged))).map(({ personId }) => personId);

/** Rows that would open a second account to a person. */
export const personsWithAccount = (tx: Tx, staged: StagedRows): Promise<StagedFinding[]> =>
  within(tx, haveOne, stagedValues(staged));
