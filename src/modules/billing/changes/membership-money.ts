import { addDays, addMonths } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type {
  MembershipChange,
  MembershipMoney,
  MoneyEffect,
  TransferInto,
} from '../../memberships/index.ts';
import type { LineExplanation } from '../invoices/index.ts';
import { amountAsText, quoteFor, type Asked } from '../prices/index.ts';
import { wordExplanation } from '../word-explanation.ts';
import { billedLines } from './billed-lines.ts';
import { changedWith } from './changed-with.ts';
import { planClassChange } from './class-change.ts';
import { creditFrom, creditOfDeath, creditOfHold, openOn } from './credits.ts';
import { planEntry, planNewcomer, planStaying } from './entry.ts';
import { MoneyPlan, NOTHING_TO_PAY, together } from './money-plan.ts';
import { holdPlans, settlePlan } from './settle-plan.ts';
import { termAround } from './term-around.ts';

/** What changes of a membership cost and give back (ADR 0054). */
export const billingOfMemberships: MembershipMoney = {
  changedWith,
  effectOf: (context, change) =>
    'holder' in change ? planNewcomer(context, change) : PLANS[change.kind](context, change),
  hold: (tx, effects) => holdPlans(tx, effects.map(planIn)),
  settle: (context, tx, change, effect) => settlePlan(context, tx, change, planIn(effect)),
  inWords: (context, reason) => wordExplanation(reason, context),
};

function planIn(effect: MoneyEffect): MoneyPlan {
  if (!(effect instanceof MoneyPlan)) throw new Error('what is settled was said by effectOf');
  return effect;
}

type Plan = (context: Context, change: MembershipChange) => Promise<MoneyPlan>;

/** Whoever leaves a body owes it for the term that has begun, and nothing for later ones. */
async function planLeaving(
  context: Context,
  { membershipId, on }: MembershipChange,
  becomesOfTerm: LineExplanation['rule'] = 'TERM_NOT_GIVEN_BACK',
): Promise<MoneyPlan> {
  const billed = await billedLines(context.db, membershipId);
  const credits = creditFrom(billed, on);
  const { term, isForLife } = await termAround(context, membershipId, on);
  const open = openOn(billed.filter(line => !credits.some(credit => credit.line === line)));
  return new MoneyPlan([], credits, [
    ...(term === null ? [] : [{ rule: becomesOfTerm, inputs: { lastDay: addDays(term.to, -1) } }]),
    ...(isForLife ? [{ rule: 'TERM_FOR_LIFE_ENDS', inputs: {} }] : []),
    ...(open.cents > 0n ? [{ rule: 'OPEN_STAYS_OWING', inputs: { amount: amountAsText(open) } }] : []),
  ]);
}

/** What the body that is left gives back, and what the one that receives charges whoever comes in. */
async function planTransfer(context: Context, change: MembershipChange): Promise<MoneyPlan> {
  const { into, arrivalAlone = false } = change;
  if (into === undefined) throw new Error('a transfer leads somewhere');
  if (arrivalAlone) return planArrival(context, change, into);
  const leaving = await planLeaving(
    context,
    change,
    into.term?.to == null ? 'TERM_NOT_GIVEN_BACK' : 'TERM_GOES_ALONG',
  );
  return together(leaving, await planArrival(context, change, into));
}

/** Whoever already is a member there changes class; whoever was one is admitted again. */
async function planArrival(
  context: Context,
  { on, toClassId, toAssociationId: associationId }: MembershipChange,
  { holder, membershipId, isMember, term: along }: TransferInto,
): Promise<MoneyPlan> {
  if (toClassId === undefined || associationId === undefined) throw new Error('a transfer leads to a class');
  // Of a term for life the class there tells that nothing is paid.
  const term = along?.to == null ? null : { from: along.from, to: along.to };
  if (membershipId === null) return planNewcomer(context, { associationId, holder, on, toClassId }, term);
  if (isMember) return planClassChange(context, { kind: 'RECLASSIFICATION', membershipId, on, toClassId });
  return planEntry(context, { membershipId, on, toClassId }, 'AT_ADMISSION', term);
}

const planDeath: Plan = async ({ db }, { membershipId, on }) =>
  new MoneyPlan([], creditOfDeath(await billedLines(db, membershipId), on));

/** The fee of the hold for its days; of one without an end in sight, for a year. */
async function planHold(context: Context, { membershipId, hold }: MembershipChange): Promise<MoneyPlan> {
  if (hold === undefined) return NOTHING_TO_PAY;
  const { classId, today } = await termAround(context, membershipId, hold.from);
  const term = { from: hold.from, to: hold.to ?? addMonths(hold.from, 12) };
  const asked: Asked = { membershipId, classId, term, entry: null, occasions: ['DURING_HOLD'] };
  return new MoneyPlan((await quoteFor(context, [asked], today)).lines);
}

/** A hold that had no day never was, and costs nothing; one that was shorter costs the same. */
async function planHoldEnd(
  { db }: Context,
  { membershipId, on, hold }: MembershipChange,
): Promise<MoneyPlan> {
  if (hold === undefined || on > hold.from) return HOLD_KEPT;
  const billed = await billedLines(db, membershipId);
  return new MoneyPlan([], creditOfHold(billed, hold.from));
}

const HOLD_KEPT = new MoneyPlan([], [], [{ rule: 'HOLD_FEE_NOT_GIVEN_BACK', inputs: {} }]);

const PLANS: Readonly<Record<MembershipChange['kind'], Plan>> = {
  ADMISSION: (context, change) => planEntry(context, change, 'AT_ADMISSION'),
  RECLASSIFICATION: planClassChange,
  HOLD: planHold,
  HOLD_ENDED: planHoldEnd,
  RESIGNATION: (context, change) => planLeaving(context, change),
  RESIGNATION_WITHDRAWN: planStaying,
  REINSTATEMENT: (context, change) => planEntry(context, change, 'AT_REINSTATEMENT'),
  TRANSFER: planTransfer,
  DEATH: planDeath,
};
