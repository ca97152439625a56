/**
 * Accounts that come from a file; a room of accounts.
 *
 * Responsible for: reading a row, and opening accounts in sets with the names, addresses and old passwords that can be
 * had.
 * Not responsible for: whose they are (people), the file and the report (imports).
 */
export {
  IMPORTED_ACCOUNT_KINDS,
  readStagedAccount,
  type AccountWordsInFiles,
  type StagedAccount,
} from './staged-account.ts';
export {
  addressesTaken,
  hashesUnknown,
  usernamesTaken,
  writeStagedAccounts,
} from './write-staged-accounts.ts';
