import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { MembershipId } from '../../../kernel/id.ts';
import {
  closeAffiliation,
  closeHold,
  closeTerm,
  grantTerm,
  openAffiliation,
  openHold,
  withdrawAffiliation,
} from '../change-history.ts';
import type {
  AffiliationFacts,
  HoldFacts,
  MembershipClassFacts,
  MembershipHistory,
  TermFacts,
} from '../membership-facts.ts';
import type { AffiliationReason, HoldKind } from '../membership-words.ts';

interface NewStay {
  readonly class: MembershipClassFacts;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: AffiliationReason;
  readonly note: string | null;
}

interface NewHold {
  readonly kind: HoldKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What a change writes, in this order: the same steps are shown before anybody confirms. */
export type Step =
  | { readonly closeStay: AffiliationFacts; readonly to: LocalDate | null }
  | { readonly withdrawStay: AffiliationFacts }
  | { readonly openStay: NewStay }
  | { readonly openHold: NewHold }
  | { readonly closeHold: HoldFacts; readonly to: LocalDate | null }
  | { readonly grantLife: LocalDate }
  | { readonly closeTerm: TermFacts; readonly to: LocalDate };

type Facts = {
  readonly [Part in keyof MembershipHistory]: readonly Omit<MembershipHistory[Part][number], 'id' | 'note'>[];
};

const NOW = { knownAt: null, withdrawnAt: null };

/** The facts that are known now, as they will be after the steps. */
export const afterSteps = (history: MembershipHistory, steps: readonly Step[]): Facts =>
  steps.reduce<Facts>(afterStep, history);

function afterStep(facts: Facts, step: Step): Facts {
  const { affiliations, holds, terms } = facts;
  const inOrder = (stays: Facts['affiliations']): Facts => ({
    ...facts,
    affiliations: [...stays].sort((a, b) => (a.from < b.from ? -1 : 1)),
  });
  if ('openStay' in step) return inOrder([...affiliations, { ...step.openStay, ...NOW }]);
  if ('withdrawStay' in step) return inOrder(affiliations.filter(one => one !== step.withdrawStay));
  if ('closeStay' in step) return inOrder(movedEnd(affiliations, step.closeStay, step.to));
  if ('closeHold' in step) return { ...facts, holds: movedEnd(holds, step.closeHold, step.to) };
  if ('closeTerm' in step) return { ...facts, terms: movedEnd(terms, step.closeTerm, step.to) };
  if ('grantLife' in step) return { ...facts, terms: [...terms, { ...forLife(step.grantLife), ...NOW }] };
  return { ...facts, holds: [...holds, { ...step.openHold, ...NOW }] };
}

const forLife = (from: LocalDate) => ({ kind: 'LIFETIME', from, to: null }) as const;

const movedEnd = <Fact extends { readonly from: LocalDate; readonly to: LocalDate | null }>(
  facts: readonly Fact[],
  moved: object,
  to: LocalDate | null,
): Fact[] =>
  facts
    .map(fact => (fact === moved ? { ...fact, to } : fact))
    .filter(fact => fact.to === null || fact.from < fact.to);

/** Writes the steps; the membership is held. */
export async function writeSteps(
  context: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  membershipId: MembershipId,
  steps: readonly Step[],
): Promise<void> {
  for (const step of steps) {
    if ('openStay' in step) {
      const { class: memberClass, ...stay } = step.openStay;
      await openAffiliation(context, tx, { ...stay, membershipId, classId: memberClass.id });
    } else if ('withdrawStay' in step) await withdrawAffiliation(context, tx, step.withdrawStay.id);
    else if ('closeStay' in step) await closeAffiliation(context, tx, step.closeStay, step.to);
    else if ('closeHold' in step) await closeHold(context, tx, step.closeHold, step.to);
    else if ('grantLife' in step) await grantTerm(context, tx, { ...forLife(step.grantLife), membershipId });
    else if ('closeTerm' in step) await closeTerm(context, tx, step.closeTerm, step.to);
    else await openHold(context, tx, { ...step.openHold, membershipId });
  }
}
