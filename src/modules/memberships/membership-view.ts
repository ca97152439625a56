import type { Context } from '../../platform/context.ts';
import {
  associationById,
  associationView,
  inLanguage,
  mayAsStaff,
  type Association,
} from '../associations/index.ts';
import { organizationById, organizationView, type Organization } from '../organizations/index.ts';
import { personsOfActor } from '../people/index.ts';
import type { MembershipClassFacts, MembershipFacts, MembershipHistory } from './membership-facts.ts';
import { MembershipClass } from './membership-class.type.ts';
import { historyOfMembership } from './membership-histories.ts';
import { affiliationAt, asKnown, continuousSince, type StandingFacts } from './membership-status.ts';
import { Affiliation, Hold, Membership, Term, type MembershipParts } from './membership.type.ts';
import type { MembershipStatusCode } from './membership-words.ts';

/** Where a membership stands today, as a list reads it that asks for no more of its history. */
export interface StandingToday {
  readonly statusCode: MembershipStatusCode;
  /** What `BRIEF_CLASS_FIELDS` need; null before admission and after the end. */
  readonly class: BriefClass | null;
}

type BriefClass = Pick<MembershipClassFacts, 'id' | 'code' | 'nameFr' | 'nameEn'>;

/** The fields of a class that a `StandingToday` answers. */
export const BRIEF_CLASS_FIELDS = ['__typename', 'id', 'code', 'name', 'names'];

/** What a read brought along with a membership; whatever is missing is fetched when it is asked for. */
export interface MembershipBroughtAlong {
  readonly association?: Association | undefined;
  readonly organization?: Organization | undefined;
  /** That the reader may know whether the holder has an account; otherwise they are asked for. */
  readonly seesAccount?: boolean;
  readonly standing?: StandingToday | undefined;
}

/** The view of a membership, for whoever may read it: ask before. */
export function membershipView(
  context: Context,
  facts: MembershipFacts,
  { association, organization, standing: today, seesAccount = false }: MembershipBroughtAlong = {},
): Membership {
  const now = context.clock.now();
  const parts: MembershipParts = {
    holderName: inLanguage(context.locale, facts.holderNameFr, facts.holderNameEn),
    hasAccount:
      seesAccount || facts.personId === null ? facts.hasAccount : () => accountSeenBy(context, facts),
    association: association ?? (() => associationOf(context, facts)),
    organization:
      facts.organizationId === null ? null : (organization ?? (() => organizationOf(context, facts))),
    class: today
      ? briefClass(context, today)
      : fromHistory(context, facts, history => classToday(context, facts, history)),
    affiliations: fromHistory(context, facts, history =>
      asKnown(history, now).affiliations.map(affiliation => new Affiliation(affiliation, context)),
    ),
    terms: fromHistory(context, facts, history => asKnown(history, now).terms.map(term => new Term(term))),
    holds: fromHistory(context, facts, history => asKnown(history, now).holds.map(hold => new Hold(hold))),
    continuousSince: fromHistory(context, facts, history => continuousSince(standing(facts, history), now)),
    statusToday: today?.statusCode ?? null,
    standingFacts: fromHistory(context, facts, history => standing(facts, history)),
  };
  return new Membership(facts, parts);
}

const standing = ({ timeZone }: MembershipFacts, history: MembershipHistory): StandingFacts => ({
  timeZone,
  ...history,
});

/** Computed when it is asked for: most readers want two or three of these. */
const fromHistory =
  <T>(context: Context, facts: MembershipFacts, compute: (history: MembershipHistory) => T) =>
  (): T | Promise<T> =>
    facts.history === null
      ? context.load(historyOfMembership, facts.id).then(compute)
      : compute(facts.history);

// The read that brought it knows that nobody asks for any other field.
const briefClass = ({ locale }: Context, { class: brief }: StandingToday): MembershipClass | null =>
  brief && new MembershipClass(brief as MembershipClassFacts, locale);

function classToday(
  { clock, locale }: Context,
  { timeZone }: MembershipFacts,
  { affiliations }: MembershipHistory,
): MembershipClass | null {
  const affiliation = affiliationAt({ timeZone, affiliations }, clock.now());
  return affiliation && new MembershipClass(affiliation.class, locale);
}

async function accountSeenBy(
  context: Context,
  { personId, associationId, hasAccount }: MembershipFacts,
): Promise<boolean | null> {
  const isOwn = (await personsOfActor(context)).some(({ id }) => id === personId);
  return isOwn || (await mayAsStaff(context, 'READ_PEOPLE', associationId)) ? hasAccount : null;
}

async function associationOf(context: Context, { associationId }: MembershipFacts): Promise<Association> {
  const row = await context.load(associationById, associationId);
  if (row === null) throw new Error('a membership names an association that is gone');
  return associationView(row);
}

async function organizationOf(
  context: Context,
  { organizationId }: MembershipFacts,
): Promise<Organization | null> {
  const row = organizationId && (await context.load(organizationById, organizationId));
  return row ? organizationView(context, row) : null;
}
