/**
 * Member organizations and who acts for them.
 *
 * Responsible for: organizations, their profile and coordinates, their stays in sections, delegations as dated roles
 * of persons, and what each role may do; who represents an estate, a trust, a company or a protected person.
 * Acts on an organization go through `actOnOrganization`, which asks once more when nobody else can change the answer.
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
import { DecidePrincipalHandoverResolver } from './principal/decide-principal-handover.graphql.ts';
import { handoverAwaiting, handoverRefused, handoverToApprove } from './principal/handover-approval.mails.ts';
import { OrganizationPrincipalOnResolver } from './principal/organization-principal-on.graphql.ts';
import { CancelPrincipalHandoverResolver } from './principal/cancel-principal-handover.graphql.ts';
import { OfferPrincipalHandoverResolver } from './principal/offer-principal-handover.graphql.ts';
import { ReinstatePrincipalResolver } from './principal/reinstate-principal.graphql.ts';
import { principalReinstated, principalSuspended } from './principal/principal.mails.ts';
import { OrganizationHandoverResolver } from './principal/organization-handover.graphql.ts';
import { joiningEntities, joiningJobs, joiningLetters, joiningResolvers } from './joining/index.ts';
import { PrincipalHandoverEntity } from './principal/principal-handover.entity.ts';
import { handoverCancelled, handoverDone, handoverOffered } from './principal/principal-handover.mails.ts';
import {
  OrganizationAddressEntity,
  OrganizationEmailEntity,
  OrganizationPhoneEntity,
  OrganizationWebsiteEntity,
} from './coordinates/coordinates.entity.ts';
import { OrganizationCoordinatesResolver } from './coordinates/organization-coordinates.graphql.ts';
import { SetOrganizationCoordinatesResolver } from './coordinates/set-organization-coordinates.graphql.ts';
import { OrganizationFormerNameEntity } from './naming/organization-former-name.entity.ts';
import { OrganizationFormerNamesResolver } from './naming/organization-former-names.graphql.ts';
import { RenameOrganizationResolver } from './naming/rename-organization.graphql.ts';
import { OrganizationSectionsResolver } from './sections/organization-sections.graphql.ts';
import { SetOrganizationSectionsResolver } from './sections/set-organization-sections.graphql.ts';
import { mergingLetters, mergingResolvers } from './merging/index.ts';
import {
  representationsEntities,
  representationsLetters,
  representationsResolvers,
} from './representations/index.ts';
import { UpdateOrganizationProfileResolver } from './update-organization-profile.graphql.ts';

export { DelegationEntity, OrganizationEntity, OrganizationSectionEntity };
export { DELEGATE_ROLES, DelegateRole, ROLES_BELOW_PRINCIPAL } from './delegate-role.ts';
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
export { organizationAfter } from './organization-after.ts';
export { actOnOrganization, judgeHeld } from './act-on-organization.ts';
export { organizationFor, ruleFor } from './organization-for.ts';
export { organizationMerging, personsInOrganizations } from './merging/index.ts';
export { nameOf as nameOfOrganization } from './name-of.ts';
export { tellPerson } from './tell-person.ts';
export { suspendPrincipal } from './principal/suspend-principal.ts';
export { principalSuspended } from './principal/principal.mails.ts';
export { handoverStandsAt, principalHandoverById } from './principal/principal-handover.rows.ts';
export { PrincipalHandover } from './principal/principal-handover.type.ts';
export { delegationById, delegationsOfOrganization, delegationsOfPersons } from './delegation.loaders.ts';
export { mayInviteDelegates, mayReadOrganization, rightsOn, speaksFor } from './organization-rights.ts';
export {
  delegateLimitPorts,
  demandRoom,
  hasRoom,
  lackOfRoom,
  type DelegateLimitPorts,
  type DelegateRoom,
} from './delegates/delegate-limit.ts';
export { DelegateLimitReached, DelegateSuspended } from './delegates/delegate.problems.ts';
export { isSuspended, refuseSuspended } from './delegates/suspended-delegate.ts';
export { holdOrganization, holdOrganizations } from './hold-organization.ts';
export { mayOnOrganization, type OrganizationRights } from './organization.policy.ts';
export { putCoordinates } from './coordinates/coordinates.rows.ts';
export type { Coordinates } from './coordinates/coordinates.ts';
export { addressLines } from './postal-address.ts';
export { addOrganization, type NewOrganization } from './add-organization.ts';
export { grantDelegations, type GrantDelegations } from './grant-delegations.ts';
export { suspendDelegations, type SuspendDelegations } from './suspend-delegations.ts';
export { DelegationTaken, OrganizationNotFound } from './organization.problems.ts';
export {
  delegationsBecomeHoldings,
  delegationsChangedHere,
  lockChangedOrganizations,
  lockOrganizationsOfDelegations,
  judgeStagedDelegations,
  judgeStagedSections,
  judgeStagedKinds,
  organizationsAlikeInFile,
  organizationsAlikeOnFile,
  organizationsChangedHere,
  readStagedDelegation,
  readStagedOrganization,
  representedInFile,
  writeStagedDelegations,
  writeStagedOrganizations,
} from './importing/index.ts';
export {
  domainOfAddress,
  findJoinRequest,
  forgetOldJoining,
  JoinableOrganization,
  joiningWordingEn,
  joiningWordingFr,
  JoinRequest,
  JoinRequestConnection,
  letsInByDomain,
  listOwnJoinRequests,
  requestStateInSql,
  type JoinableFacts,
} from './joining/index.ts';
export {
  findRepresentation,
  isRepresented,
  ownRepresentations,
  Representation,
  withRepresentatives,
} from './representations/index.ts';
export { organizationsWordingEn } from './organizations.wording.en.ts';
export { organizationsWordingFr } from './organizations.wording.fr.ts';

export const organizationsEntities: readonly Function[] = [
  OrganizationEntity,
  OrganizationSectionEntity,
  OrganizationAddressEntity,
  OrganizationPhoneEntity,
  OrganizationEmailEntity,
  OrganizationWebsiteEntity,
  OrganizationFormerNameEntity,
  DelegationEntity,
  PrincipalHandoverEntity,
  ...joiningEntities,
  ...representationsEntities,
];
export const organizationsResolvers: readonly Function[] = [
  UpdateOrganizationProfileResolver,
  OrganizationSectionsResolver,
  SetOrganizationSectionsResolver,
  OrganizationCoordinatesResolver,
  SetOrganizationCoordinatesResolver,
  OrganizationFormerNamesResolver,
  RenameOrganizationResolver,
  ChangeDelegateRolesResolver,
  RemoveDelegateResolver,
  OfferPrincipalHandoverResolver,
  AcceptPrincipalHandoverResolver,
  CancelPrincipalHandoverResolver,
  DecidePrincipalHandoverResolver,
  ReinstatePrincipalResolver,
  OrganizationHandoverResolver,
  ...joiningResolvers,
  ...mergingResolvers,
  ...representationsResolvers,
  OrganizationPrincipalOnResolver,
];

export const organizationsJobs = joiningJobs;

export const organizationsLetters = [
  delegateRolesChanged,
  handoverOffered,
  handoverDone,
  handoverCancelled,
  handoverAwaiting,
  handoverToApprove,
  handoverRefused,
  principalSuspended,
  principalReinstated,
  ...joiningLetters,
  ...mergingLetters,
  ...representationsLetters,
] as const;
/** None holds a secret. */
export const organizationsSendAgain: SendAgainByLetter = allAsTheyWere(organizationsLetters);
