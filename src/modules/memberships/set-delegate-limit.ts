import { fromPublicId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { demandFreshSignIn } from '../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { associationInReach, mayAsStaff } from '../associations/index.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';
import { membershipClassById } from './membership.loaders.ts';
import { MembershipClassNotFound } from './membership-class.problems.ts';
import { HOLDER_KINDS } from './membership-words.ts';

export const MOST_DELEGATES = 100;

export interface SetDelegateLimit {
  readonly membershipClassId: string;
  /** Null: as many as it likes. */
  readonly delegateLimit: number | null;
}

/**
 * Says how many may act for an organization of a class at once. One that has more keeps them: nobody is added until it
 * has fewer, and whoever was invited before is let in.
 */
export async function setDelegateLimit(
  context: Context,
  { membershipClassId, delegateLimit }: SetDelegateLimit,
): Promise<MembershipClassEntity> {
  demandFreshSignIn(context);
  const { id, associationId } = await classInCare(context, membershipClassId);

  return context.db.transaction(async tx => {
    const row = await tx.findOneOrFail(MembershipClassEntity, {
      where: { id },
      lock: { mode: 'for_no_key_update' },
    });
    judge(context, row, delegateLimit);
    if (row.delegateLimit === delegateLimit) return row;
    await tx.update(MembershipClassEntity, { id }, { delegateLimit });
    await recordAudit(context, tx, {
      act: 'setDelegateLimit',
      subjectKind: 'MembershipClass',
      subjectId: id,
      associationId,
      before: { delegateLimit: row.delegateLimit },
      after: { delegateLimit },
    });
    return Object.assign(row, { delegateLimit });
  });
}

/** A class of an association whose settings the signed-in person changes; absent and elsewhere are the same answer. */
async function classInCare(context: Context, publicId: string): Promise<MembershipClassEntity> {
  const id = fromPublicId('MembershipClass', publicId);
  const row = id && (await context.load(membershipClassById, id));
  const association = row && (await associationInReach(context, row.associationId));
  if (!association || !(await mayAsStaff(context, 'CHANGE_SETTINGS', association.id)))
    refuse(new MembershipClassNotFound());
  return row;
}

function judge(context: Context, { heldBy }: MembershipClassEntity, limit: number | null): void {
  const issues = new InputIssues(context.wording);
  if (limit !== null && heldBy !== HOLDER_KINDS.ORGANIZATION)
    issues.add('membershipClassId', InputIssueCode.NOT_ALLOWED, 'memberships.delegateLimit.ofPeople');
  if (limit !== null && (limit < 1 || limit > MOST_DELEGATES))
    issues.add('delegateLimit', InputIssueCode.NOT_ALLOWED, 'memberships.delegateLimit.range', {
      max: MOST_DELEGATES,
    });
  issues.refuseIfAny();
}
