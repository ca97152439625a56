import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

const kept = statement<StagedFinding>(
  'staged-accounts-kept',
  `select s.row_number as row, 'person' as field, 'ACCOUNT_KEPT' as code from ${STAGED_ROWS} and s.verdict = 'CHANGE'`,
);

/** Rows of accounts that were opened before: how somebody signs in is changed by themselves, never by a file. */
export const accountsKept = (all: StagedRows): Judgement => judgement(kept, stagedValues(all));
