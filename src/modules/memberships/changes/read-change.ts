import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, type HoldId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import type { MembershipClassFacts, MembershipFacts, MembershipHistory } from '../membership-facts.ts';
import { asKnown } from '../membership-status.ts';
import { membershipClassById } from '../membership.loaders.ts';
import { HOLDER_KINDS, type HoldKind } from '../membership-words.ts';
import type { MembershipChange } from '../money.ports.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { isForLife, lifeSteps } from './life-terms.ts';
import { membershipForChange, type ChangedBy, type InCare } from './membership-for-change.ts';
import {
  planHold,
  planHoldEnd,
  planReclassification,
  planReinstatement,
  planResignation,
  planResignationWithdrawn,
  type Plan,
} from './plan-change.ts';
import type { Step } from './steps.ts';

/** A change as somebody types it. */
export type TypedChange = { readonly membershipId: string } & (
  | { readonly kind: 'RECLASSIFICATION'; readonly on: LocalDate; readonly toClassId: string }
  | {
      readonly kind: 'HOLD';
      readonly on: LocalDate;
      readonly hold: HoldKind;
      readonly lastDay?: LocalDate | null | undefined;
    }
  | { readonly kind: 'HOLD_END'; readonly on: LocalDate; readonly holdId: string }
  | { readonly kind: 'RESIGNATION'; readonly on: LocalDate; readonly reason: string }
  | { readonly kind: 'RESIGNATION_WITHDRAWN' }
  | {
      readonly kind: 'REINSTATEMENT';
      readonly on: LocalDate;
      readonly toClassId?: string | null | undefined;
    }
);
export type TypedKind = TypedChange['kind'];

/** What a change would bring about, by what is known now. */
export interface PlannedChange extends InCare {
  readonly change: MembershipChange;
  readonly steps: readonly Step[];
  /** What is known now of its history. */
  readonly known: MembershipHistory;
}

/** Who makes which change. */
export const CHANGED_BY: Readonly<Record<TypedKind, readonly ChangedBy[]>> = {
  RECLASSIFICATION: ['STAFF'],
  HOLD: ['STAFF'],
  HOLD_END: ['STAFF'],
  RESIGNATION: ['HOLDER', 'STAFF'],
  RESIGNATION_WITHDRAWN: ['HOLDER', 'STAFF'],
  REINSTATEMENT: ['STAFF'],
};

/** How far from today a change may be dated. */
export const CHANGE_DAYS = 366;
export const LONGEST_REASON = 500;

/** Reads a change, and judges it by its rules: what the person may not see is absent, what cannot be is refused. */
export async function readChange(context: Context, typed: TypedChange): Promise<PlannedChange> {
  const inCare = await membershipForChange(context, typed.membershipId, CHANGED_BY[typed.kind]);
  const { membership } = inCare;
  if (membership.history === null) throw new Error('a membership was read without its history');
  const known = asKnown(membership.history, context.clock.now());
  const asking = {
    context,
    inCare,
    history: membership.history,
    known,
    issues: new InputIssues(context.wording),
  };
  const { plan, change } = await planOf(asking, typed);
  if (typeof plan === 'string') return refuse(new MembershipChangeNotPossible(plan));
  return { ...inCare, known, steps: plan, change: { membershipId: membership.id, ...change } };
}

interface Asking {
  readonly context: Context;
  readonly inCare: InCare;
  readonly history: MembershipHistory;
  readonly known: MembershipHistory;
  readonly issues: InputIssues;
}

interface Planned {
  readonly plan: Plan;
  readonly change: Omit<MembershipChange, 'membershipId'>;
}

async function planOf(asking: Asking, typed: TypedChange): Promise<Planned> {
  const { known, history, issues } = asking;
  if (typed.kind === 'RESIGNATION_WITHDRAWN') {
    const today = todayOf(asking);
    const plan = planResignationWithdrawn(known, history, today);
    const steps = typeof plan === 'string' ? [] : plan;
    const on = steps.find(step => 'withdrawStay' in step)?.withdrawStay.from ?? today;
    const toClassId = steps.map(classAfter).find(id => id !== null);
    return { plan, change: { kind: typed.kind, on, ...(toClassId && { toClassId }) } };
  }

  const { on } = typed;
  const isDay = judgeDay(asking, on);
  switch (typed.kind) {
    case 'RECLASSIFICATION': {
      const to = await classOf(asking, typed.toClassId);
      issues.refuseIfAny();
      if (to === null) throw new Error('a class was missing and let through');
      return {
        plan: await withLife(asking, planReclassification(known, on, to), { on, classId: to.id }),
        change: { kind: typed.kind, on, toClassId: to.id },
      };
    }
    case 'HOLD': {
      const to = typed.lastDay ? addDays(typed.lastDay, 1) : null;
      if (isDay && to !== null && to <= on) blame(issues, 'lastDay', 'order');
      issues.refuseIfAny();
      const hold = { kind: typed.hold, from: on, to };
      return { plan: planHold(known, hold), change: { kind: typed.kind, on, hold } };
    }
    case 'HOLD_END': {
      issues.refuseIfAny();
      const id: HoldId | null = fromPublicId('Hold', typed.holdId);
      const hold = known.holds.find(one => one.id === id);
      const plan = id === null ? 'HOLD_OVER' : planHoldEnd(known, id, on);
      return { plan, change: { kind: 'HOLD_ENDED', on, ...(hold && { hold: { ...hold, to: on } }) } };
    }
    case 'RESIGNATION': {
      const reason = issues.requiredLine('reason', typed.reason, LONGEST_REASON);
      issues.refuseIfAny();
      return { plan: planResignation(known, on, reason), change: { kind: typed.kind, on } };
    }
    case 'REINSTATEMENT': {
      const to = typed.toClassId != null ? await classOf(asking, typed.toClassId) : null;
      issues.refuseIfAny();
      const change = { kind: typed.kind, on, ...(to && { toClassId: to.id }) };
      const back = planReinstatement(known, on, to);
      const opened =
        typeof back === 'string' ? [] : back.flatMap(step => ('openStay' in step ? [step.openStay] : []));
      const [stay] = opened;
      return { plan: stay ? await withLife(asking, back, { on, classId: stay.class.id }) : back, change };
    }
  }
}

/** The class of a stay that goes on after a step. */
const classAfter = (step: Step): MembershipClassFacts['id'] | null => {
  if ('openStay' in step) return step.openStay.class.id;
  return 'closeStay' in step ? step.closeStay.class.id : null;
};

/** A class may bring a term for life, or end one. */
async function withLife(
  { context, known }: Asking,
  plan: Plan,
  { on, classId }: { readonly on: LocalDate; readonly classId: string },
): Promise<Plan> {
  if (typeof plan === 'string') return plan;
  return [...plan, ...lifeSteps(known, on, await isForLife(context, classId, on))];
}

const blame = (issues: InputIssues, field: string, sentence: string): void =>
  issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.change.${sentence}`);

const todayOf = ({ context, inCare }: Asking): LocalDate =>
  dayAt(inCare.membership.timeZone, context.clock.now());

/** What was is the association's to say; members speak of days to come. */
function judgeDay(asking: Asking, on: LocalDate): boolean {
  const today = todayOf(asking);
  const first = asking.inCare.by === 'STAFF' ? addDays(today, -CHANGE_DAYS) : today;
  if (on >= first && on <= addDays(today, CHANGE_DAYS)) return true;
  blame(asking.issues, 'on', asking.inCare.by === 'STAFF' ? 'day' : 'dayOfMember');
  return false;
}

/** A class of the same association that such a holder may be in. */
async function classOf(
  { context, inCare: { membership }, issues }: Asking,
  publicId: string,
): Promise<MembershipClassFacts | null> {
  const id = fromPublicId('MembershipClass', publicId);
  const found = id && (await context.load(membershipClassById, id));
  if (found && found.associationId === membership.associationId && found.heldBy === holderKindOf(membership))
    return found;
  blame(issues, 'toClassId', 'class');
  return null;
}

const holderKindOf = ({ personId }: Pick<MembershipFacts, 'personId'>): keyof typeof HOLDER_KINDS =>
  personId === null ? HOLDER_KINDS.ORGANIZATION : HOLDER_KINDS.PERSON;
