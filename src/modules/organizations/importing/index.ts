/**
 * Organizations and delegations that come from a file; a room of organizations.
 *
 * Responsible for: reading a row, writing staged rows in sets, the rules of delegations over many of them, and which
 * organizations look alike.
 * Not responsible for: the file, what rows were called elsewhere, and the report (imports).
 */
export { readStagedDelegation, type StagedDelegation } from './staged-delegation.ts';
export { readStagedOrganization, type StagedOrganization } from './staged-organization.ts';
export {
  delegationsBecomeHoldings,
  judgeStagedDelegations,
  writeStagedDelegations,
  type WriteStagedDelegations,
} from './write-staged-delegations.ts';
export {
  organizationsAlikeInFile,
  organizationsAlikeOnFile,
  writeStagedOrganizations,
  type WriteStagedOrganizations,
} from './write-staged-organizations.ts';
