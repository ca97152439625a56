import { fromPublicId, type StaffAssignmentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { endHolding, tellEveryAddress } from '../../accounts/index.ts';
import {
  bodyForStaff,
  holdTree,
  mayManageStaff,
  staffAssignmentById,
  StaffRole,
  type StaffAssignmentEntity,
} from '../../associations/index.ts';
import { lastDayBefore } from './assign-staff.ts';
import { leavesNoAdministrator } from './leaves-no-administrator.ts';
import { staffRoleEnded } from './staff.mails.ts';
import {
  LastAdministrator,
  StaffAssignmentEnded,
  StaffAssignmentNotFound,
  StaffReachBeyondOwn,
} from './staff.problems.ts';

export interface EndStaffAssignment {
  readonly staffAssignmentId: string;
  /** Now when left out. */
  readonly at?: Date | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Ending {
  readonly assignment: StaffAssignmentEntity;
  readonly timeZone: string;
  readonly at: Date;
}

// One that has not begun ends as it begins, so that it never held.
const end = statement<{ toAt: Date }>(
  'staff-assignment-end-at',
  `update staff_assignment set to_at = greatest(from_at, $2::timestamptz)
   where id = $1 and (to_at is null or to_at > greatest(from_at, $2::timestamptz)) returning to_at as "toAt"`,
);

/** Ends what somebody is on the staff, now or on a later day. It may be one's own, while somebody else administers. */
export const endStaffAssignment = (
  context: Context,
  { idempotencyKey: key, ...input }: EndStaffAssignment,
): Promise<StaffAssignmentId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'endStaffAssignment', key, input },
    (tx, ending) => finish(context, tx, ending),
  );
};

async function judge(
  context: Context,
  { staffAssignmentId, at: wished }: Omit<EndStaffAssignment, 'idempotencyKey'>,
): Promise<Ending> {
  const id = fromPublicId('StaffAssignment', staffAssignmentId);
  const assignment = id && (await context.load(staffAssignmentById, id));
  const body = assignment && (await bodyForStaff(context, 'MANAGE_STAFF', assignment.associationId));
  if (!body) refuse(new StaffAssignmentNotFound());
  if (!(await mayManageStaff(context, assignment))) refuse(new StaffReachBeyondOwn());

  const now = context.clock.now();
  const at = wished ?? now;
  const issues = new InputIssues(context.wording);
  if (at < now) issues.add('at', InputIssueCode.NOT_ALLOWED, 'people.staff.past');
  issues.refuseIfAny();
  return { assignment, timeZone: body.timeZone, at };
}

async function finish(
  context: Context,
  tx: Tx,
  { assignment, timeZone, at }: Ending,
): Promise<StaffAssignmentId> {
  const { id, accountId, associationId, role } = assignment;
  await holdTree(tx, associationId);
  const [ended] = await within(tx, end, [id, at]);
  if (!ended) refuse(new StaffAssignmentEnded());
  if (role === StaffRole.ADMIN && (await leavesNoAdministrator(tx, assignment, ended.toAt)))
    refuse(new LastAdministrator());

  const { toAt } = ended;
  await endHolding(context, tx, { accountId, kind: 'STAFF', subjectId: id, toAt });
  await recordAudit(context, tx, {
    act: 'endStaffAssignment',
    subjectKind: 'StaffAssignment',
    subjectId: id,
    associationId,
    before: { toAt: assignment.toAt },
    after: { toAt },
  });
  await tellEveryAddress(
    context,
    tx,
    { accountId, associationId },
    {
      letter: staffRoleEnded,
      values: { role, lastDay: toAt > context.clock.now() ? lastDayBefore(toAt, timeZone) : null },
    },
  );
  return id;
}
