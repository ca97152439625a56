/**
 * Memberships that come from a file; a room of memberships.
 *
 * Responsible for: reading a row, the rules of memberships over many of them, and writing staged rows in sets.
 * Not responsible for: the file, what rows were called elsewhere, and the report (imports).
 */
export { lockStagedMemberships, membershipsChangedHere } from './changed-here.ts';
export { judgeStagedMemberships } from './judge-staged-memberships.ts';
export {
  readStagedMembership,
  type MembershipWordsInFiles,
  type StagedMembership,
} from './staged-membership.ts';
export {
  memberNumbersBecomeIdentifiers,
  writeStagedMemberships,
  type WriteStagedMemberships,
} from './write-staged-memberships.ts';
