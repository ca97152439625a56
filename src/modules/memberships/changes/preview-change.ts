import { startOfDay } from '../../../kernel/deadline.ts';
import type { Context } from '../../../platform/context.ts';
import { affiliationOn, statusOf, type MembershipStanding } from '../membership-status.ts';
import type { MembershipClassFacts } from '../membership-facts.ts';
import { membershipMoney, type MoneyEffect, type TermsAfter } from '../money.ports.ts';
import { consequencesOf, type Consequence } from '../transfers/index.ts';
import { readChange, type PlannedChange, type TypedChange } from './read-change.ts';
import { afterSteps } from './steps.ts';

/** What a change would bring about on its day. */
export interface PreviewedChange {
  readonly planned: PlannedChange;
  readonly effect: MoneyEffect;
  readonly classAfter: MembershipClassFacts | null;
  readonly standingAfter: MembershipStanding;
  readonly consequences: readonly Consequence[];
}

export async function previewChange(context: Context, typed: TypedChange): Promise<PreviewedChange> {
  const planned = await readChange(context, typed);
  const { change, known, steps, membership } = planned;
  const effect = await context.ports.of(membershipMoney).effectOf(context, change);
  return {
    planned,
    effect,
    ...standingAfter({ known, steps, timeZone: membership.timeZone, terms: effect.terms }, change.on),
    consequences: await consequencesOf(context, change),
  };
}

interface Changed extends Pick<PlannedChange, 'known' | 'steps'> {
  readonly timeZone: string;
  readonly terms?: TermsAfter;
}

export function standingAfter(
  { known, steps, timeZone, terms = { granted: [], takenBack: [] } }: Changed,
  on: PlannedChange['change']['on'],
): Pick<PreviewedChange, 'classAfter' | 'standingAfter'> {
  const after = afterSteps(known, steps);
  const always = { knownAt: null, withdrawnAt: null };
  const facts = {
    timeZone,
    affiliations: after.affiliations.map(one => ({ ...one, ...always })),
    terms: [
      ...after.terms.filter(
        ({ from, to }) => !terms.takenBack.some(one => one.from === from && one.to === to),
      ),
      ...terms.granted,
    ].map(one => ({ ...one, ...always })),
    holds: after.holds.map(one => ({ ...one, ...always })),
  };
  return {
    classAfter: affiliationOn(facts.affiliations, on)?.class ?? null,
    standingAfter: statusOf(facts, startOfDay(on, timeZone)),
  };
}
