/**
 * What people look at most: queries across modules, each answered by one prepared statement that holds the caller's
 * rights and returns facts. States are computed from them by the modules' own pure rules.
 *
 * Responsible for: `viewer`, `organization`, `membership`, the lists of staff, and finding records by `node`.
 * Not responsible for: changing anything, and views themselves, which belong to their modules.
 */
import { JoinableOrganizationsResolver } from './joinable-organizations.graphql.ts';
import { MembershipClassesResolver } from './membership-classes.graphql.ts';
import { MembershipCountsResolver } from './membership-counts.graphql.ts';
import { MembershipResolver } from './membership.graphql.ts';
import { MembershipsResolver } from './memberships.graphql.ts';
import { NextAfterProfileResolver } from './next-after-profile.graphql.ts';
import { readModelNodes } from './nodes.ts';
import { OrganizationResolver } from './organization.graphql.ts';
import { OrganizationsResolver } from './organizations.graphql.ts';
import { PersonsResolver } from './persons.graphql.ts';
import { SharedMembersResolver } from './shared-members.graphql.ts';
import { ViewerResolver } from './viewer.graphql.ts';
import { ViewerJoinRequestsResolver } from './viewer-join-requests.graphql.ts';
import { ViewerCreditsResolver } from './viewer-credits.graphql.ts';
import { ViewerInvoicesResolver } from './viewer-invoices.graphql.ts';
import { ViewerMailsResolver } from './viewer-mails.graphql.ts';
import { ViewerRepresentationsResolver } from './viewer-representations.graphql.ts';
import { ViewerSessionsResolver } from './viewer-sessions.graphql.ts';

export { readModelNodes };
export { claimsOf } from './claims-of.ts';

export const readModelResolvers: readonly Function[] = [
  ViewerResolver,
  ViewerSessionsResolver,
  ViewerInvoicesResolver,
  ViewerCreditsResolver,
  ViewerMailsResolver,
  ViewerRepresentationsResolver,
  ViewerJoinRequestsResolver,
  OrganizationResolver,
  MembershipResolver,
  OrganizationsResolver,
  JoinableOrganizationsResolver,
  MembershipsResolver,
  PersonsResolver,
  SharedMembersResolver,
  MembershipClassesResolver,
  MembershipCountsResolver,
  NextAfterProfileResolver,
];
