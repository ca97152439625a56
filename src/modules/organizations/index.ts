/**
 * Member organizations and who acts for them.
 *
 * Responsible for: organizations and their profile, their stays in sections, delegations as dated roles of persons,
 * and what each role may do.
 * Not responsible for: the persons themselves (people), how somebody is asked to become a delegate (invitations),
 * the organization's membership and what it owes (memberships).
 */
import { DelegationEntity } from './delegation.entity.ts';
import { OrganizationSectionEntity } from './organization-section.entity.ts';
import { OrganizationEntity } from './organization.entity.ts';
import { UpdateOrganizationProfileResolver } from './update-organization-profile.graphql.ts';

export { DelegationEntity, OrganizationEntity, OrganizationSectionEntity };
export { DELEGATE_ROLES, DelegateRole } from './delegate-role.ts';
export {
  DELEGATION_COLUMNS,
  DELEGATION_ORDER,
  delegationOfJson,
  organizationColumns,
  type DelegationFacts,
  type DelegationJson,
  type OrganizationFacts,
} from './organization-facts.ts';
export { Delegation, Organization } from './organization.type.ts';
export { delegationView, organizationView, type BroughtAlong } from './organization-view.ts';
export { organizationById, type SectionStay } from './organization.loaders.ts';
export { delegationById, delegationsOfOrganization, delegationsOfPersons } from './delegation.loaders.ts';
export {
  mayEditOrganization,
  mayInviteDelegates,
  mayReadOrganization,
  staffRolesAt,
} from './organization-rights.ts';
export { mayOnOrganization, type OrganizationRights } from './organization.policy.ts';
export { addOrganization, type NewOrganization } from './add-organization.ts';
export { grantDelegations, type GrantDelegations } from './grant-delegations.ts';
export { suspendDelegations, type SuspendDelegations } from './suspend-delegations.ts';
export { DelegationTaken, OrganizationNotFound } from './organization.problems.ts';
export { organizationsWordingEn } from './organizations.wording.en.ts';
export { organizationsWordingFr } from './organizations.wording.fr.ts';

export const organizationsEntities: readonly Function[] = [
  OrganizationEntity,
  OrganizationSectionEntity,
  DelegationEntity,
];
export const organizationsResolvers: readonly Function[] = [UpdateOrganizationProfileResolver];
