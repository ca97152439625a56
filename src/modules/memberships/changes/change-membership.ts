import { stopped } from '../../../kernel/clock.ts';
import type { MembershipId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { holdToChange } from '../hold-membership.ts';
import { membershipMoney, type MoneyEffect } from '../money.ports.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { tellChanged } from './changes.notices.ts';
import { readChange, type PlannedChange, type TypedChange } from './read-change.ts';
import { writeSteps, type Step } from './steps.ts';

export interface Confirmed {
  /** What it costs or gives back, as whoever confirms has seen it. */
  readonly shownTotalCents: number;
  readonly idempotencyKey: string | undefined;
}

/**
 * Changes a membership, with what it costs or gives back, in one transaction. It is judged twice: before, so that
 * whoever may not makes nobody wait, and once the membership is held, because whoever was waited for may have changed it.
 */
export async function changeMembership(
  context: Context,
  operation: string,
  typed: TypedChange,
  { shownTotalCents, idempotencyKey: key }: Confirmed,
): Promise<void> {
  await onceAfter(
    context,
    () => readChange(context, typed),
    { operation, key, input: { ...typed, shownTotalCents } },
    async (tx, { membership: { id } }) => {
      await holdToChange(context, tx, [id]);
      // One instant for all of it: no page shows a part, and a resignation that is taken back finds what it withdrew.
      const inside = contextWithin({ ...context, clock: stopped(context.clock) }, tx);
      const planned = await readChange(inside, typed);
      const effect = await demandShownEffect(inside, planned.change, shownTotalCents);
      await writeSteps(inside, tx, id, planned.steps);
      await context.ports.of(membershipMoney).settle(contextWithin(inside, tx), tx, planned.change, effect);
      await audit(inside, tx, operation, id, planned, effect);
      await tellChanged(inside, tx, planned, effect);
      return null;
    },
  );
}

const audit = (
  context: Context,
  tx: Tx,
  act: string,
  subjectId: MembershipId,
  { membership, steps, change, by }: PlannedChange,
  effect: MoneyEffect,
): Promise<void> =>
  recordAudit(context, tx, {
    act,
    subjectKind: 'Membership',
    subjectId,
    associationId: membership.associationId,
    before: { facts: steps.flatMap(wasIn) },
    after: { on: change.on, by, facts: steps.flatMap(isIn), totalCents: Number(effect.total.cents) },
  });

interface Told {
  readonly id?: string;
  readonly classId?: string;
  readonly kind?: string;
  readonly reason?: string;
  readonly from: string;
  readonly to: string | null;
}

const wasIn = (step: Step): Told[] => {
  if ('closeStay' in step) return [told(step.closeStay)];
  if ('withdrawStay' in step) return [told(step.withdrawStay)];
  return 'closeHold' in step ? [told(step.closeHold)] : [];
};

const isIn = (step: Step): Told[] => {
  if ('closeStay' in step) return [{ ...told(step.closeStay), to: step.to }];
  if ('closeHold' in step) return [{ ...told(step.closeHold), to: step.to }];
  if ('openHold' in step) return [step.openHold];
  return 'openStay' in step ? [told(step.openStay)] : [];
};

const told = ({
  id,
  class: memberClass,
  kind,
  reason,
  from,
  to,
}: Omit<Told, 'classId'> & { readonly class?: { readonly id: string } }): Told => ({
  ...(id !== undefined && { id }),
  ...(memberClass && { classId: memberClass.id }),
  ...(kind !== undefined && { kind }),
  ...(reason !== undefined && { reason }),
  from,
  to,
});
