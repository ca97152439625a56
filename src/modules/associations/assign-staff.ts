import { newId, type AccountId, type AssociationId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { StaffAssignmentEntity } from './staff-assignment.entity.ts';
import type { StaffReach, StaffRole } from './staff.enums.ts';

type Acting = Pick<Context, 'clock' | 'random'> & Partial<Pick<Context, 'actor' | 'client' | 'requestId'>>;

export interface NewStaffAssignment {
  readonly accountId: AccountId;
  readonly associationId: AssociationId;
  readonly role: StaffRole;
  readonly reach: StaffReach;
  /** Now when left out. */
  readonly fromAt?: Date;
  /** Null: with no end in sight. */
  readonly toAt: Date | null;
}

/** Gives an account a staff role, from now on unless it says when. Whoever calls also records what the account holds, a floor above. */
export async function assignStaff(
  context: Acting,
  tx: Tx,
  facts: NewStaffAssignment,
): Promise<StaffAssignmentEntity> {
  const row = Object.assign(
    new StaffAssignmentEntity(),
    { fromAt: context.clock.now() },
    { ...facts, id: newId<'StaffAssignment'>(context.clock, context.random) },
  );
  await tx.insert(StaffAssignmentEntity, row);
  await recordAudit(context, tx, {
    act: 'assignStaff',
    subjectKind: 'StaffAssignment',
    subjectId: row.id,
    associationId: row.associationId,
    after: {
      accountId: row.accountId,
      role: row.role,
      reach: row.reach,
      fromAt: row.fromAt,
      toAt: row.toAt,
    },
  });
  return row;
}
