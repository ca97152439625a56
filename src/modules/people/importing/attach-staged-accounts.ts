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

const attach = statement<{ readonly personId: string }>(
  'staged-accounts-attach',
  `update person p set account_id = w.record_id
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   where p.id = w.person_id and p.account_id is null
   returning p.id as "personId"`,
);

// One after the other by id, as merges hold them: whoever gives one of them an account meanwhile waits, or has done so.
const lock = statement(
  'staged-accounts-lock-persons',
  `select p.id from person p
   where p.id in (select s.person_id from ${STAGED_ROWS} and s.verdict = 'CREATE') order by p.id for no key update`,
);

// By two names of the other system: two of its records that were merged here.
const twice = statement<StagedFinding>(
  'staged-accounts-person-twice',
  `select row, 'person' as field, 'PERSON_TWICE' as code, other as "otherRow" from (
     select n.row_number as row, min(n.row_number) over (partition by n.person_id) as other
     from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') n
     join person p on p.id = n.person_id where p.account_id is null) w
   where row > other`,
);

const haveOne = statement<StagedFinding>(
  'staged-accounts-have-one',
  `select w.row_number as row, 'person' as field, 'HAS_ACCOUNT' as code
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   join person p on p.id = w.person_id where p.account_id is not null`,
);

/** Holds the persons until the transaction ends: nobody gives one of them an account, or merges them, meanwhile. */
export async function lockStagedPersons(tx: Tx, staged: StagedRows): Promise<void> {
  await within(tx, lock, stagedValues(staged));
}

/** Gives each person the account that their row opened; answers to whom. Whoever has one already keeps it. */
export const attachStagedAccounts = async (tx: Tx, staged: StagedRows): Promise<readonly string[]> =>
  (await within(tx, attach, stagedValues(staged))).map(({ personId }) => personId);

/** Rows that would open a second account to a person, beside the one they have or that of another row. */
export const personsWithAccount = (staged: StagedRows): readonly Judgement[] =>
  [haveOne, twice].map(asked => judgement(asked, stagedValues(staged)));
