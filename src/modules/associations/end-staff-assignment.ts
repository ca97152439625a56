import { IsNull, MoreThanOrEqual } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { StaffAssignmentEntity } from './staff-assignment.entity.ts';

export interface EndingStaffAssignment extends Pick<
  StaffAssignmentEntity,
  'accountId' | 'associationId' | 'role'
> {
  /** The first assignment from then on is meant: one from before stays. */
  readonly givenSince: Date;
}

/**
 * Ends a staff role now; null where it has ended, or never was. Whoever calls also ends what the account holds, a
 * floor above.
 */
export async function endStaffAssignment(
  context: Context,
  tx: Tx,
  { givenSince, ...which }: EndingStaffAssignment,
): Promise<Pick<StaffAssignmentEntity, 'id'> | null> {
  const assignment = await tx.findOne(StaffAssignmentEntity, {
    where: { ...which, fromAt: MoreThanOrEqual(givenSince), toAt: IsNull() },
    order: { fromAt: 'ASC' },
  });
  if (!assignment) return null;
  const { id, associationId } = assignment;
  const toAt = context.clock.now();
  const ended = await tx.update(StaffAssignmentEntity, { id, toAt: IsNull() }, { toAt });
  if (ended.affected !== 1) return null;
  await recordAudit(context, tx, {
    act: 'endStaffAssignment',
    subjectKind: 'StaffAssignment',
    subjectId: id,
    associationId,
    after: { toAt },
  });
  return { id };
}
