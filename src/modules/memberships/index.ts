/**
 * Memberships: who is a member of which association, in which class, and where that stands on any day.
 *
 * Responsible for: classes, memberships with their affiliations, terms and holds as facts, and the status that is
 * computed from them; passing from one body of the tree to another; what ends when a member dies.
 * Not responsible for: what a term costs and how it is paid (billing), asking for the next one (renewals), insurance
 * and learning that depend on the class.
 */
import { allAsTheyWere, type SendAgainByLetter } from '../../platform/mail/index.ts';
import { AffiliationEntity } from './affiliation.entity.ts';
import { deathEntities, deathLetters, deathResolvers } from './death/index.ts';
import { changesLetters, changesResolvers } from './changes/index.ts';
import { HoldEntity } from './hold.entity.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';
import { MembershipCountEntity } from './membership-count.entity.ts';
import { MembershipEntity } from './membership.entity.ts';
import { bringMembership, OrganizationMembershipResolver } from './organization-membership.graphql.ts';
import { SetDelegateLimitResolver } from './set-delegate-limit.graphql.ts';
import { SetTermRuleResolver } from './set-term-rule.graphql.ts';
import { TermEntity } from './term.entity.ts';
import { TermRuleEntity } from './term-rule.entity.ts';
import {
  carriedTermLetters,
  transfersEntities,
  transfersJobs,
  transfersLetters,
  transfersResolvers,
} from './transfers/index.ts';

export { MembershipClassEntity, MembershipEntity, TermRuleEntity };
export type { AffiliationReason, MembershipStatusCode, TermKind } from './membership-words.ts';
export { STATUS_CODES } from './membership-words.ts';
export {
  classColumns,
  classJson,
  historyColumns,
  historyJson,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  PERSONAL_MEMBERSHIP_COLUMNS,
  type MembershipClassFacts,
  type MembershipFacts,
  type MembershipHistory,
} from './membership-facts.ts';
export {
  affiliationAt,
  asKnown,
  CLOSING_REASONS,
  continuousSince,
  statusOf,
  type MembershipStanding,
  type StandingFacts,
} from './membership-status.ts';
export { wasKnown } from './known-facts.ts';
export {
  closeAffiliation,
  closeHold,
  grantTerm,
  openAffiliation,
  openHold,
  withdrawAffiliation,
  withdrawTerm,
} from './change-history.ts';
export { nextTerm, nextTerms, ruleOn, startOfNext, type DatedTermRule, type TermRule } from './next-term.ts';
export { termRulesOfClass } from './term-rules.loaders.ts';
export { holdMemberships } from './hold-membership.ts';
export {
  membershipMoney,
  type MembershipChange,
  type MembershipMoney,
  type MoneyEffect,
  type MoneyEffectLine,
  type NewMembership,
  type TermsAfter,
  type TransferInto,
} from './money.ports.ts';
export {
  FeeAlreadyCharged,
  MembershipNotFound,
  PeriodAlreadyBilled,
  PlaceOfSupplyUnknown,
  TermTaken,
} from './membership.problems.ts';
export { Affiliation, Hold, Membership, Term } from './membership.type.ts';
export { MembershipClass } from './membership-class.type.ts';
export { MembershipStatus } from './membership-status.type.ts';
export { BRIEF_CLASS_FIELDS, membershipView, type StandingToday } from './membership-view.ts';
export { membershipById, membershipClassById, membershipsOfPerson } from './membership.loaders.ts';
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
export {
  changesWordingEn,
  changesWordingFr,
  reinstateByPayment,
  undoReinstatement,
} from './changes/index.ts';
export { deathWordingEn, deathWordingFr } from './death/index.ts';
export {
  findTransfer,
  membershipConsequences,
  transfersWordingEn,
  transfersWordingFr,
} from './transfers/index.ts';
export { membershipsWordingEn } from './memberships.wording.en.ts';
export { membershipsWordingFr } from './memberships.wording.fr.ts';

export const membershipsEntities: readonly Function[] = [
  MembershipClassEntity,
  MembershipEntity,
  MembershipCountEntity,
  AffiliationEntity,
  TermEntity,
  HoldEntity,
  TermRuleEntity,
  ...transfersEntities,
  ...deathEntities,
];
export const membershipsResolvers: readonly Function[] = [
  OrganizationMembershipResolver,
  SetDelegateLimitResolver,
  SetTermRuleResolver,
  ...changesResolvers,
  ...transfersResolvers,
  ...deathResolvers,
];

export const membershipsLetters = [
  ...changesLetters,
  ...transfersLetters,
  ...carriedTermLetters,
  ...deathLetters,
] as const;
export const membershipsSendAgain: SendAgainByLetter = allAsTheyWere(membershipsLetters);
export const membershipsJobs = [...transfersJobs] as const;
