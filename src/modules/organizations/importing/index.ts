/**
 * Organizations and delegations that come from a file; a room of organizations.
 *
 * Responsible for: reading a row, writing staged rows in sets, the rules of delegations over many of them, and which
 * organizations look alike, and whose accounts are not one person's.
 * Not responsible for: the file, what rows were called elsewhere, and the report (imports).
 */
export { delegationsChangedHere, judgeStagedDelegations } from './judge-staged-delegations.ts';
export { readStagedDelegation, type StagedDelegation } from './staged-delegation.ts';
export { judgeStagedKinds, representedInFile } from './staged-kinds.ts';
export { readStagedOrganization, type StagedOrganization } from './staged-organization.ts';
export { judgeStagedSections } from './staged-sections.ts';
export {
  delegationsBecomeHoldings,
  lockOrganizationsOfDelegations,
  writeStagedDelegations,
  type WriteStagedDelegations,
} from './write-staged-delegations.ts';
export {
  lockChangedOrganizations,
  organizationsAlikeInFile,
  organizationsAlikeOnFile,
  organizationsChangedHere,
  writeStagedOrganizations,
  type WriteStagedOrganizations,
} from './write-staged-organizations.ts';
