import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, type MembershipClassId, type MembershipId } from '../../../kernel/id.ts';
import { addDays, localDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff } from '../../associations/index.ts';
import {
  mayReadMembership,
  membershipById,
  membershipClassById,
  MembershipNotFound,
  type MembershipFacts,
} from '../../memberships/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { paysFor } from '../invoices/index.ts';
import {
  classOn,
  demandable,
  nextTermsOf,
  quoteFor,
  type Asked,
  type Occasion,
  type Quote,
  type TermToPrice,
} from '../prices/index.ts';
import { owingForTerm } from './owing-for-term.ts';

export interface AskedInput {
  readonly membershipId: string;
  readonly occasions?: readonly Occasion[] | null;
  readonly from?: LocalDate | null;
  /** The last day, inclusive. */
  readonly to?: LocalDate | null;
  readonly enteredOn?: LocalDate | null;
  readonly classId?: string | null;
  readonly items?: readonly { readonly feeItemId: string; readonly quantity: number }[] | null;
}

export interface AskQuote {
  readonly memberships: readonly AskedInput[];
  readonly on?: LocalDate | null;
}

const MOST = 100;
const LONGEST_YEARS = 10;
/** Terms that would begin later have no last day in the calendar. */
const LAST_DAY = localDate('9900-12-31');
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** What memberships would cost on a day. Absent and not yours are the same answer. */
export async function askQuote(context: Context, { memberships, on: wanted }: AskQuote): Promise<Quote> {
  const found = await Promise.all(
    memberships.map(({ membershipId }) => membershipToPrice(context, membershipId)),
  );
  const [first] = found;
  if (first === undefined) throw new Error('a quote is of a membership');
  const on = wanted ?? dayAt(first.timeZone, context.clock.now());
  const issues = new InputIssues(context.wording);
  if (on > LAST_DAY) issues.add('on', InputIssueCode.NOT_ALLOWED);
  issues.refuseIfAny();
  const asked = await Promise.all(
    found.map((membership, row) => readAsked(context, memberships[row], { membership, on, row, issues })),
  );
  issues.refuseIfAny();
  return quoteFor(context, asked.flat(), on);
}

interface Place {
  readonly membership: MembershipFacts;
  readonly on: LocalDate;
  readonly row: number;
  readonly issues: InputIssues;
}

async function readAsked(
  context: Context,
  typed: AskedInput | undefined,
  { membership, on, row, issues }: Place,
): Promise<Asked[]> {
  if (typed === undefined) throw new Error('each membership was asked for');
  const blame: Blame = (...field) => {
    issues.add(['memberships', String(row), ...field], InputIssueCode.NOT_ALLOWED);
  };
  const asIf = await classIn(context, typed, membership, blame);
  const terms =
    termsIn(typed, blame) ??
    (await nextTermsOf(context, membership, day => asIf ?? classOn(membership, day, context), on));
  const demanded = await itemsIn(context, typed, membership, blame);
  // Whoever has a term for life pays for no other one, and still for what is not of a term.
  const priced = terms.length === 0 ? [{ term: null, entry: null }] : terms;
  const owing = typed.occasions?.includes('WHEN_LATE')
    ? await owingForTerm(context, membership.id, priced[0]?.term ?? null)
    : {};
  return priced.map(({ term, entry }, i) => ({
    membershipId: membership.id,
    classId: asIf ?? classOn(membership, entry ?? term?.from ?? on, context),
    term,
    entry,
    // What is not of a term is charged once.
    occasions: (typed.occasions ?? ['WITH_TERM']).filter(occasion =>
      occasion === 'WITH_TERM' ? term !== null : i === 0,
    ),
    ...(i === 0 && { demanded, ...owing }),
  }));
}

type Blame = (...field: readonly string[]) => void;

/** The term that was typed, if one was. */
function termsIn({ from, to, enteredOn }: AskedInput, blame: Blame): readonly TermToPrice[] | null {
  const entry = enteredOn ?? null;
  if (!from || !to || to < from || to > LAST_DAY || yearOf(to) - yearOf(from) > LONGEST_YEARS) {
    if (from || to) blame('to');
    else if (entry !== null) blame('enteredOn');
    return null;
  }
  if (entry !== null && (entry < from || entry > to)) blame('enteredOn');
  return [{ term: { from, to: addDays(to, 1) }, entry }];
}

/** On-demand items of the body of the membership: what is not on its list is not there. */
async function itemsIn(
  context: Context,
  { items }: AskedInput,
  { associationId }: MembershipFacts,
  blame: Blame,
): Promise<NonNullable<Asked['demanded']>> {
  const asked = items ?? [];
  const known = asked.length === 0 ? [] : await demandable(context, associationId);
  return asked.flatMap(({ feeItemId, quantity }, i) => {
    const id = known.find(one => one === fromPublicId('FeeItem', feeItemId));
    if (id !== undefined && quantity >= 1 && quantity <= MOST) return [{ feeItemId: id, quantity }];
    blame('items', String(i), id === undefined ? 'feeItemId' : 'quantity');
    return [];
  });
}

/** A class of the same body; any other one is none. */
async function classIn(
  context: Context,
  { classId }: AskedInput,
  { associationId }: MembershipFacts,
  blame: Blame,
): Promise<MembershipClassId | null> {
  if (classId === null || classId === undefined) return null;
  const id = fromPublicId('MembershipClass', classId);
  const memberClass = id && (await context.load(membershipClassById, id));
  if (memberClass?.associationId === associationId) return memberClass.id;
  blame('classId');
  return null;
}

/** For whoever holds it, pays for it, or is staff with a say in prices. */
async function membershipToPrice(context: Context, publicId: string): Promise<MembershipFacts> {
  const id: MembershipId | null = fromPublicId('Membership', publicId);
  const membership = id && (await context.load(membershipById, id));
  if (!membership || !(await mayReadMembership(context, membership))) refuse(new MembershipNotFound());
  return (await maySeePrices(context, membership)) ? membership : refuse(new MembershipNotFound());
}

async function maySeePrices(
  context: Context,
  { associationId, personId, organizationId }: MembershipFacts,
): Promise<boolean> {
  if (await mayAsStaff(context, 'READ_PRICES', associationId)) return true;
  if (organizationId !== null) return paysFor(context, organizationId);
  return (await personsOfActor(context)).some(({ id }) => id === personId);
}
