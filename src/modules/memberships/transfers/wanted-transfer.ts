import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, type AssociationEntity } from '../../associations/index.ts';
import type { MembershipClassEntity } from '../membership-class.entity.ts';
import { membershipById, membershipClassById } from '../membership.loaders.ts';
import { MembershipNotFound } from '../membership.problems.ts';
import { planTransfer, type TransferPlan } from './plan-transfer.ts';
import { sidesOf } from './transfer-access.ts';
import { TRANSFER_DAYS_AHEAD } from './transfer-times.ts';
import type { TransferAsker } from './transfer-words.ts';

/** A transfer as somebody types it. */
export interface TypedTransfer {
  readonly membershipId: string;
  readonly toAssociationId: string;
  readonly toClassId: string;
  readonly on: LocalDate;
}

export interface AskedTransfer extends TransferPlan {
  readonly askedBy: TransferAsker;
}

/**
 * Reads what is wanted, for the member and for the offices of both bodies. A membership of a body that the person has
 * nothing to do with is absent.
 */
export async function readTransfer(context: Context, typed: TypedTransfer): Promise<AskedTransfer> {
  const membershipId = fromPublicId('Membership', typed.membershipId);
  const membership = membershipId && (await context.load(membershipById, membershipId));
  if (!membership?.personId || !(await associationInReach(context, membership.associationId)))
    return refuse(new MembershipNotFound());

  const receiving = await bodyOf(context, typed.toAssociationId);
  const sides = await sidesOf(
    context,
    {
      personId: membership.personId,
      sendingId: membership.associationId,
      receivingId: receiving?.id ?? membership.associationId,
    },
    'MANAGE_MEMBERSHIPS',
  );
  const askedBy = (['HOLDER', 'SENDING', 'RECEIVING'] as const).find(side => sides[side]);
  if (askedBy === undefined) return refuse(new MembershipNotFound());

  const memberClass = await classOf(context, typed.toClassId);
  return {
    ...(await planTransfer(context, {
      membership,
      ...judge(context, typed.on, membership.associationId, receiving, memberClass),
      on: typed.on,
      askedBy,
    })),
    askedBy,
  };
}

async function bodyOf(context: Context, publicId: string): Promise<AssociationEntity | null> {
  const id = fromPublicId('Association', publicId);
  return id && associationInReach(context, id);
}

async function classOf(context: Context, publicId: string): Promise<MembershipClassEntity | null> {
  const id = fromPublicId('MembershipClass', publicId);
  return id && context.load(membershipClassById, id);
}

function judge(
  { clock, wording }: Context,
  on: LocalDate,
  sendingId: string,
  receiving: AssociationEntity | null,
  memberClass: MembershipClassEntity | null,
): { readonly receiving: AssociationEntity; readonly memberClass: MembershipClassEntity } {
  const issues = new InputIssues(wording);
  const blame = (field: string, sentence: string, values = {}): void =>
    issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.transfer.issue.${sentence}`, values);
  if (receiving === null || receiving.id === sendingId) blame('toAssociationId', 'association');
  else {
    const today = dayAt(receiving.timeZone, clock.now());
    if (on < today || on > addDays(today, TRANSFER_DAYS_AHEAD)) blame('on', 'day');
    if (memberClass?.associationId !== receiving.id || memberClass.heldBy !== 'PERSON')
      blame('toClassId', 'class');
  }
  issues.refuseIfAny();
  if (receiving === null || memberClass === null) throw new Error('what was blamed was let through');
  return { receiving, memberClass };
}
