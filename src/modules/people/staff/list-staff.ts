import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import { StaffAssignment, type StaffAssignmentFacts, type StaffRole } from '../../associations/index.ts';

export interface StaffFilter {
  readonly role?: StaffRole | null;
  /** Only those that hold then. */
  readonly asOf?: Date | null;
}

const ofAssociation = walkByInstant<StaffAssignmentFacts>('staff', {
  columns: `id, association_id as "associationId", account_id as "accountId", role, reach,
    from_at as "fromAt", to_at as "toAt"`,
  from: `from staff_assignment where association_id = $1
    and ($2::text is null or role = $2)
    and ($3::timestamptz is null or (from_at <= $3 and (to_at is null or to_at > $3)))`,
  values: 3,
  instant: 'from_at',
});

/** Who is on the staff of an association, was or will be, the latest first. Whoever asks judges who may see it. */
export const listStaff = (
  context: Context,
  associationId: string,
  { role = null, asOf = null }: StaffFilter,
  args: ConnectionArgs,
): Promise<Page<StaffAssignment>> =>
  readWalk(context, ofAssociation, [associationId, role, asOf], args, row => new StaffAssignment(row));
