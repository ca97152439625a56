/**
 * Member organizations and who acts for them.
 *
 * Responsible for: organizations and their profile, their stays in sections, delegations as dated roles of persons,
 * and what each role may do.
 * Not responsible for: the persons themselves (people), how somebody is asked to become a delegate (invitations),
 * the organization's membership and what it owes (memberships).
 */
import { allAsTheyWere, type SendAgainByLetter } from '../../platform/mail/index.ts';
import { DelegationEntity } from './delegation.entity.ts';
import { OrganizationSectionEntity } from './organization-section.entity.ts';
import { OrganizationEntity } from './organization.entity.ts';
import { ChangeDelegateRolesResolver } from './delegates/change-delegate-roles.graphql.ts';
import { delegateRolesChanged } from './delegates/delegate.mails.ts';
import { RemoveDelegateResolver } from './delegates/remove-delegate.graphql.ts';
import { AcceptPrincipalHandoverResolver } from './principal/accept-principal-handover.graphql.ts';
import { CancelPrincipalHandoverResolver } from './principal/cancel-principal-handover.graphql.ts';
import { OfferPrincipalHandoverResolver } from './principal/offer-principal-handover.graphql.ts';
import { ReinstatePrincipalResolver } from './principal/reinstate-principal.graphql.ts';
import { principalReinstated, principalSuspended } from './principal/principal.mails.ts';
import { OrganizationHandoverResolver } from './principal/organization-handover.graphql.ts';
import { PrincipalHandoverEntity } from './principal/principal-handover.entity.ts';
import { handoverCancelled, handoverDone, handoverOffered } from './principal/principal-handover.mails.ts';
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
export { organizationFor } from './organization-for.ts';
export { nameOf as nameOfOrganization } from './name-of.ts';
export { tellPerson } from './tell-person.ts';
export { suspendPrincipal } from './principal/suspend-principal.ts';
export { principalSuspended } from './principal/principal.mails.ts';
export { principalHandoverById } from './principal/principal-handover.rows.ts';
export { PrincipalHandover } from './principal/principal-handover.type.ts';
export { delegationById, delegationsOfOrganization, delegationsOfPersons } from './delegation.loaders.ts';
export { mayInviteDelegates, mayReadOrganization, staffRolesAt } from './organization-rights.ts';
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
  PrincipalHandoverEntity,
];
export const organizationsResolvers: readonly Function[] = [
  UpdateOrganizationProfileResolver,
  ChangeDelegateRolesResolver,
  RemoveDelegateResolver,
  OfferPrincipalHandoverResolver,
  AcceptPrincipalHandoverResolver,
  CancelPrincipalHandoverResolver,
  ReinstatePrincipalResolver,
  OrganizationHandoverResolver,
];

export const organizationsLetters = [
  delegateRolesChanged,
  handoverOffered,
  handoverDone,
  handoverCancelled,
  principalSuspended,
  principalReinstated,
] as const;
/** None holds a secret. */
export const organizationsSendAgain: SendAgainByLetter = allAsTheyWere(organizationsLetters);
