/** How people become delegates by themselves: by asking, by the e-mail domain of their address, or by a code. */
import { DecideJoinRequestResolver } from './decide-join-request.graphql.ts';
import { EndOrganizationDomainResolver } from './end-organization-domain.graphql.ts';
import { JoinOrganizationResolver } from './join-organization.graphql.ts';
import { JoinRequestEntity } from './join-request.entity.ts';
import { OrganizationCodeEntity } from './organization-code.entity.ts';
import { OrganizationDomainEntity } from './organization-domain.entity.ts';
import { OrganizationJoiningEntity } from './organization-joining.entity.ts';
import { OrganizationJoiningResolver } from './organization-joining.graphql.ts';
import { RequestToJoinOrganizationResolver } from './request-to-join-organization.graphql.ts';
import { RotateOrganizationCodeResolver } from './rotate-organization-code.graphql.ts';
import { SetOrganizationJoiningResolver } from './set-organization-joining.graphql.ts';
import { tellExpiredRequest } from './tell-expired-request.ts';
import { TurnOffOrganizationCodeResolver } from './turn-off-organization-code.graphql.ts';
import { VerifyOrganizationDomainResolver } from './verify-organization-domain.graphql.ts';
import { WithdrawJoinRequestResolver } from './withdraw-join-request.graphql.ts';

export { domainOfAddress } from './email-domain.ts';
export { findJoinRequest } from './find-join-request.ts';
export { forgetOldJoining } from './forget-old-joining.ts';
export { JoinableOrganization, type JoinableFacts } from './joinable-organization.type.ts';
export { joiningLetters } from './joining.mails.ts';
export { letsInByDomain } from './joining.rows.ts';
export { joiningWordingEn } from './joining.wording.en.ts';
export { joiningWordingFr } from './joining.wording.fr.ts';
export { JoinRequestConnection, listOwnJoinRequests } from './list-join-requests.ts';
export { requestStateInSql } from './join-request-state.ts';
export { JoinRequest } from './join-request.type.ts';

export const joiningJobs = [tellExpiredRequest] as const;

export const joiningEntities: readonly Function[] = [
  JoinRequestEntity,
  OrganizationCodeEntity,
  OrganizationDomainEntity,
  OrganizationJoiningEntity,
];

export const joiningResolvers: readonly Function[] = [
  OrganizationJoiningResolver,
  RequestToJoinOrganizationResolver,
  WithdrawJoinRequestResolver,
  DecideJoinRequestResolver,
  JoinOrganizationResolver,
  SetOrganizationJoiningResolver,
  VerifyOrganizationDomainResolver,
  EndOrganizationDomainResolver,
  RotateOrganizationCodeResolver,
  TurnOffOrganizationCodeResolver,
];
