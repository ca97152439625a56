import type { MembershipId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { violates } from '../../../platform/database/violation.ts';
import { refuse } from '../../../platform/problem.ts';
import { admitMember } from '../admit-member.ts';
import { closeAffiliation, grantTerm, openAffiliation } from '../change-history.ts';
import type { TransferPlan } from './plan-transfer.ts';
import { MemberNumberTaken, TransferNotPossible } from './transfer.problems.ts';

/**
 * One stay ends and the other begins on the same day: both in this transaction, under both memberships held. Answers
 * the membership at the body that receives. Whoever never was a member there takes the number along unless another one
 * is given.
 */
export async function writeTransfer(
  context: Context,
  tx: Tx,
  plan: TransferPlan,
  memberNumber: string | null,
): Promise<MembershipId> {
  const { membership, leaves, on } = plan;
  await closeAffiliation(context, tx, leaves, on);
  await openAffiliation(context, tx, {
    membershipId: membership.id,
    classId: leaves.class.id,
    from: on,
    to: null,
    reason: 'TRANSFER',
  });
  const newId = await enter(context, tx, plan, memberNumber ?? membership.memberNumber);
  if (plan.term !== null) await grantTerm(context, tx, { membershipId: newId, ...plan.term });
  return newId;
}

async function enter(
  context: Context,
  tx: Tx,
  plan: TransferPlan,
  memberNumber: string,
): Promise<MembershipId> {
  const { there, entry, memberClass, on } = plan;
  if (there === null) return admit(context, tx, plan, memberNumber);
  if (entry.ends !== null) await closeAffiliation(context, tx, entry.ends, on);
  const stay = { membershipId: there.id, classId: memberClass.id, from: on, to: null, reason: entry.reason };
  await openAffiliation(context, tx, stay);
  return there.id;
}

async function admit(
  context: Context,
  tx: Tx,
  { personId, receiving, memberClass, on, entry }: TransferPlan,
  memberNumber: string,
): Promise<MembershipId> {
  try {
    const { id } = await admitMember(context, tx, {
      associationId: receiving.id,
      holder: { personId },
      memberNumber,
      admittedOn: on,
      affiliations: [{ classId: memberClass.id, from: on, to: null, reason: entry.reason }],
      knownAt: context.clock.now(),
    });
    return id;
  } catch (fault) {
    if (violates(fault, 'membership_association_id_member_number_key')) refuse(new MemberNumberTaken());
    if (violates(fault, 'membership_person_idx')) refuse(new TransferNotPossible('ALREADY_MEMBER'));
    throw fault;
  }
}
