import { addMonths } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type { MembershipChange, MembershipMoney } from '../../memberships/index.ts';
import { quoteFor, type Asked } from '../prices/index.ts';
import { billedLines } from './billed-lines.ts';
import { planClassChange } from './class-change.ts';
import { creditFrom, creditOfDeath } from './credits.ts';
import { planEntry, planStaying } from './entry.ts';
import { MoneyPlan, NOTHING_TO_PAY } from './money-plan.ts';
import { settlePlan } from './settle-plan.ts';
import { termAround } from './term-around.ts';

/** What changes of a membership cost and give back (ADR 0054). */
export const billingOfMemberships: MembershipMoney = {
  effectOf: (context, change) => PLANS[change.kind](context, change),
  async settle(context, tx, change, effect) {
    if (!(effect instanceof MoneyPlan)) throw new Error('what is settled was said by effectOf');
    await settlePlan(context, tx, change, effect);
  },
};

type Plan = (context: Context, change: MembershipChange) => Promise<MoneyPlan>;

/** Whoever leaves a body owes it for the term that has begun, and nothing for later ones. */
const planLeaving: Plan = async ({ db }, { membershipId, on }) =>
  new MoneyPlan([], creditFrom(await billedLines(db, membershipId), on));

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

const PLANS: Readonly<Record<MembershipChange['kind'], Plan>> = {
  ADMISSION: (context, change) => planEntry(context, change, 'AT_ADMISSION'),
  RECLASSIFICATION: planClassChange,
  HOLD: planHold,
  // What was charged for a hold is not given back by ending it early.
  HOLD_ENDED: () => Promise.resolve(NOTHING_TO_PAY),
  RESIGNATION: planLeaving,
  RESIGNATION_WITHDRAWN: planStaying,
  REINSTATEMENT: (context, change) => planEntry(context, change, 'AT_REINSTATEMENT'),
  // What the receiving body charges is the effect of being admitted there.
  TRANSFER: planLeaving,
  DEATH: planDeath,
};
