/**
 * People who come from a file; a room of people.
 *
 * Responsible for: reading a row, writing staged rows in sets, who looks like whom, and giving people the accounts
 * that were opened for them.
 * Not responsible for: the file, what rows were called elsewhere, and the report (imports).
 */
export { personsAlikeInFile, personsAlikeOnFile } from './alike-persons.ts';
export { attachStagedAccounts, lockStagedPersons, personsWithAccount } from './attach-staged-accounts.ts';
export { contactsThatOpen } from './contacts-that-open.ts';
export { readStagedPerson, type StagedPerson } from './staged-person.ts';
export {
  lockChangedPersons,
  personsChangedHere,
  writeStagedPersons,
  type WriteStagedPersons,
} from './write-staged-persons.ts';
