import type { AffiliationId, MembershipId } from '../../../kernel/id.ts';
import { stopped } from '../../../kernel/clock.ts';
import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { refuse } from '../../../platform/problem.ts';
import { openAffiliation } from '../change-history.ts';
import { holdMemberships } from '../hold-membership.ts';
import { readMembershipsById, type MembershipFacts, type MembershipHistory } from '../membership-facts.ts';
import { asKnown } from '../membership-status.ts';
import { tellReinstatedByPayment, tellReinstatementUndone } from './changes.notices.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { planReinstatement, planReinstatementUndone } from './plan-change.ts';
import { writeSteps } from './steps.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'vault'>;

export interface Reinstated {
  /** Of the stay that began; null for whoever is a member already: then nothing was done. */
  readonly affiliationId: AffiliationId | null;
}

/**
 * Whoever pays for being let in again is a member from that day on, or from the first day that they paid for. Nobody
 * decides it here: what was paid for was offered. Whoever died, or waits for another change, is refused.
 */
export async function reinstateByPayment(
  parts: Acting,
  tx: Tx,
  { membershipId, notBefore }: { readonly membershipId: MembershipId; readonly notBefore: LocalDate | null },
): Promise<Reinstated> {
  const { membership, history } = await held(tx, membershipId);
  // One instant for all of it: by it whoever takes it back finds what it withdrew.
  const context = { ...parts, clock: stopped(parts.clock) };
  const now = context.clock.now();
  const today = dayAt(membership.timeZone, now);
  const on = notBefore !== null && notBefore > today ? notBefore : today;
  const plan = planReinstatement(asKnown(history, now), on, null);
  if (plan === 'NOT_ENDED') return { affiliationId: null };
  if (typeof plan === 'string') refuse(new MembershipChangeNotPossible(plan));

  let affiliationId: AffiliationId | null = null;
  for (const step of plan) {
    if ('openStay' in step) {
      const { class: memberClass, ...stay } = step.openStay;
      affiliationId = await openAffiliation(context, tx, { ...stay, membershipId, classId: memberClass.id });
      await tellReinstatedByPayment(context, tx, { member: membership, memberClass, day: stay.from });
    } else await writeSteps(context, tx, membershipId, [step]);
  }
  await audit(context, tx, 'reinstateByPayment', membership, { on, affiliationId });
  return { affiliationId };
}

/** The money went back: they are outside again, as if they had not come back. */
export async function undoReinstatement(
  parts: Acting,
  tx: Tx,
  membershipId: MembershipId,
  affiliationId: AffiliationId,
): Promise<void> {
  const { membership, history } = await held(tx, membershipId);
  const context = { ...parts, clock: stopped(parts.clock) };
  const known = asKnown(history, context.clock.now());
  const steps = planReinstatementUndone(known, history, affiliationId);
  if (steps.length === 0) return;
  await writeSteps(context, tx, membershipId, steps);
  await audit(context, tx, 'undoReinstatement', membership, { affiliationId });
  const stay = history.affiliations.find(({ id }) => id === affiliationId);
  if (!stay) throw new Error('a stay is gone that a payment began');
  const news = { member: membership, memberClass: stay.class, day: stay.from };
  await tellReinstatementUndone(context, tx, news);
}

async function held(
  tx: Tx,
  membershipId: MembershipId,
): Promise<{ readonly membership: MembershipFacts; readonly history: MembershipHistory }> {
  await holdMemberships(tx, [membershipId]);
  const [membership] = await within(tx, readMembershipsById, [[membershipId]]);
  if (!membership?.history) throw new Error('a line names a membership that is gone');
  return { membership, history: membership.history };
}

const audit = (
  context: Acting,
  tx: Tx,
  act: string,
  { id, associationId }: MembershipFacts,
  after: object,
): Promise<void> =>
  recordAudit(context, tx, { act, subjectKind: 'Membership', subjectId: id, associationId, after });
