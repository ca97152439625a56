/**
 * Memberships: who is a member of which association, in which class, and where that stands on any day.
 *
 * Responsible for: classes, memberships with their affiliations, terms and holds as facts, and the status that is
 * computed from them.
 * Not responsible for: what a term costs and how it is paid (billing), asking for the next one (renewals), insurance
 * and learning that depend on the class.
 */
import { AffiliationEntity } from './affiliation.entity.ts';
import { HoldEntity } from './hold.entity.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';
import { MembershipCountEntity } from './membership-count.entity.ts';
import { MembershipEntity } from './membership.entity.ts';
import { bringMembership, OrganizationMembershipResolver } from './organization-membership.graphql.ts';
import { SetDelegateLimitResolver } from './set-delegate-limit.graphql.ts';
import { TermEntity } from './term.entity.ts';

export {
  AffiliationEntity,
  HoldEntity,
  MembershipClassEntity,
  MembershipCountEntity,
  MembershipEntity,
  TermEntity,
};
export type {
  AffiliationReason,
  HolderKind,
  HoldKind,
  MembershipStatusCode,
  TermKind,
} from './membership-words.ts';
export { STATUS_CODES } from './membership-words.ts';
export {
  classColumns,
  historyJson,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  type MembershipClassFacts,
  type MembershipFacts,
} from './membership-facts.ts';
export {
  affiliationOn,
  CLOSING_REASONS,
  continuousSince,
  dayAt,
  statusOf,
  type MembershipStanding,
  type StandingFacts,
} from './membership-status.ts';
export { Affiliation, Membership, Term } from './membership.type.ts';
export { MembershipClass } from './membership-class.type.ts';
export { MembershipStatus } from './membership-status.type.ts';
export { membershipView, type MembershipBroughtAlong } from './membership-view.ts';
export {
  membershipById,
  membershipClassById,
  membershipsOfOrganization,
  membershipsOfPerson,
} from './membership.loaders.ts';
export { bringMembership };
export { withHistories } from './membership-histories.ts';
export { mayReadMembership } from './membership-rights.ts';
export { addMembershipClass, type NewMembershipClass } from './add-membership-class.ts';
export { admitMember, type AdmitMember } from './admit-member.ts';
export { organizationMemberships, personMemberships } from './merging/index.ts';
export { memberNumberBecomesIdentifier } from './member-number-becomes-identifier.ts';
export {
  judgeStagedMemberships,
  lockStagedMemberships,
  memberNumbersBecomeIdentifiers,
  membershipsChangedHere,
  readStagedMembership,
  writeStagedMemberships,
  type MembershipWordsInFiles,
} from './importing/index.ts';
export { AFFILIATION_REASONS, HOLD_KINDS, TERM_KINDS } from './membership-words.ts';
export { membershipsWordingEn } from './memberships.wording.en.ts';
export { membershipsWordingFr } from './memberships.wording.fr.ts';

export const membershipsEntities: readonly Function[] = [
  MembershipClassEntity,
  MembershipEntity,
  MembershipCountEntity,
  AffiliationEntity,
  TermEntity,
  HoldEntity,
];
export const membershipsResolvers: readonly Function[] = [
  OrganizationMembershipResolver,
  SetDelegateLimitResolver,
];
