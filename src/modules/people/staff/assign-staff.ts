import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, type AccountId, type StaffAssignmentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { accountById, AccountKind, recordHolding, tellEveryAddress } from '../../accounts/index.ts';
import {
  assignStaff as giveAssignment,
  bodyForStaff,
  holdTree,
  mayManageStaff,
  type StaffReach,
  type NewStaffAssignment,
  type StaffRole,
} from '../../associations/index.ts';
import { isOwnPerson, personFor } from '../person-in-care.ts';
import { staffRoleGiven } from './staff.mails.ts';
import { OwnStaffRole, StaffNeedsOwnAccount, StaffReachBeyondOwn, StaffRoleHeld } from './staff.problems.ts';

export interface AssignStaff {
  readonly associationId: string;
  readonly personId: string;
  readonly role: StaffRole;
  readonly reach: StaffReach;
  /** Now when left out. */
  readonly from?: Date | undefined;
  /** With no end in sight when left out. */
  readonly to?: Date | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Wanted extends NewStaffAssignment {
  readonly fromAt: Date;
  readonly timeZone: string;
}

const held = statement<{ id: string }>(
  'staff-role-held',
  `select id from staff_assignment where account_id = $1 and association_id = $2 and role = $3
     and ($5::timestamptz is null or from_at < $5) and (to_at is null or to_at > $4) limit 1`,
);

/** Puts somebody on file with an account of their own on the staff. Of many at once one does it. */
export const assignStaff = (
  context: Context,
  { idempotencyKey: key, ...input }: AssignStaff,
): Promise<StaffAssignmentId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'assignStaff', key, input },
    (tx, wanted) => assign(context, tx, wanted),
  );
};

async function judge(
  context: Context,
  { associationId: publicId, personId, role, reach, from, to }: Omit<AssignStaff, 'idempotencyKey'>,
): Promise<Wanted> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, 'MANAGE_STAFF', id));
  if (!body) throw new Forbidden('STAFF');
  const person = await personFor(context, personId, 'READ_PEOPLE');
  if (isOwnPerson(context, person)) refuse(new OwnStaffRole());

  const now = context.clock.now();
  const fromAt = from ?? now;
  const issues = new InputIssues(context.wording);
  if (fromAt < now) issues.add('from', InputIssueCode.NOT_ALLOWED, 'people.staff.past');
  if (to !== undefined && to <= fromAt) issues.add('to', InputIssueCode.NOT_ALLOWED, 'people.staff.order');
  issues.refuseIfAny();

  if (!(await mayManageStaff(context, { associationId: body.id, reach }))) refuse(new StaffReachBeyondOwn());
  const accountId = await ownAccount(context, person.accountId);
  return {
    accountId,
    associationId: body.id,
    role,
    reach,
    fromAt,
    toAt: to ?? null,
    timeZone: body.timeZone,
  };
}

/** Two people who share an account could not be told apart in what they do for others. */
async function ownAccount(context: Context, accountId: AccountId | null): Promise<AccountId> {
  const account = accountId && (await context.load(accountById, accountId));
  if (!account || account.kind !== AccountKind.INDIVIDUAL || account.disabledAt !== null)
    refuse(new StaffNeedsOwnAccount());
  return account.id;
}

async function assign(context: Context, tx: Tx, { timeZone, ...facts }: Wanted): Promise<StaffAssignmentId> {
  const { accountId, associationId, role, fromAt, toAt } = facts;
  await holdTree(tx, associationId);
  if ((await within(tx, held, [accountId, associationId, role, fromAt, toAt])).length > 0)
    refuse(new StaffRoleHeld());

  const { id } = await giveAssignment(context, tx, facts);
  await recordHolding(context, tx, { accountId, associationId, kind: 'STAFF', subjectId: id, toAt });
  await tellEveryAddress(
    context,
    tx,
    { accountId, associationId },
    {
      letter: staffRoleGiven,
      values: {
        role,
        firstDay: fromAt > context.clock.now() ? dayAt(timeZone, fromAt) : null,
        lastDay: toAt && lastDayBefore(toAt, timeZone),
      },
    },
  );
  return id;
}

/** An end is the first instant at which something does not hold any more. */
export const lastDayBefore = (end: Date, timeZone: string): ReturnType<typeof dayAt> =>
  dayAt(timeZone, new Date(end.getTime() - 1));
