import type { AssociationId, StaffAssignmentId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { allows, exercisable, type Grant, type TreeNode } from './association.policy.ts';
import type { StaffAssignmentFacts } from './staff-assignment.type.ts';
import { StaffRole } from './staff.enums.ts';

/** A body of the calling client's tree. A tree is small, and rights look at most of it. */
interface Body extends TreeNode {
  readonly id: AssociationId;
  readonly timeZone: string;
}

type OwnAssignment = Grant & StaffAssignmentFacts;

/** Where an account stands as staff in the calling client's tree, in force or not. */
interface Standing {
  readonly tree: ReadonlyMap<string, Body>;
  readonly assignments: readonly OwnAssignment[];
}

type Row = Body &
  Omit<OwnAssignment, 'id' | 'associationId'> & { readonly assignmentId: StaffAssignmentId | null };

const readStanding = statement<Row>(
  'staff-standing',
  `select a.id, a.parent_id as "parentId", a.independent, a.time_zone as "timeZone",
     s.id as "assignmentId", s.role, s.reach, s.from_at as "fromAt", s.to_at as "toAt"
   from association a left join staff_assignment s on s.association_id = a.id and s.account_id = $2
   where a.root_id = $1 order by s.from_at, s.id`,
);

const standingOfAccount: Loader<string, Standing> = defineLoader((context, accountIds: readonly string[]) =>
  Promise.all(
    accountIds.map(async id => {
      const rows = await context.db.read(readStanding, [context.client?.rootId, id]);
      return { tree: new Map(rows.map(row => [row.id, row])), assignments: rows.flatMap(assignmentIn) };
    }),
  ),
);

function assignmentIn({
  id: associationId,
  assignmentId: id,
  role,
  reach,
  fromAt,
  toAt,
}: Row): OwnAssignment[] {
  return id === null ? [] : [{ id, associationId, role, reach, fromAt, toAt }];
}

/**
 * The assignments that the signed-in person exercises in this request: those in force at the client's association or
 * below it. Empty unless the client is an internal tool.
 */
export async function assignmentsOfActor(context: Context): Promise<readonly OwnAssignment[]> {
  const { client, actor } = context;
  if (client?.kind !== 'SECRET' || actor === null) return [];

  const { tree, assignments } = await context.load(standingOfAccount, actor.accountId);
  return exercisable(tree, client, assignments, context.clock.now());
}

/** Whether the signed-in person may act for this association in one of these roles, through this client. */
export const mayActAsStaff = async (
  context: Context,
  associationId: string,
  roles: readonly StaffRole[],
): Promise<boolean> => (await bodyOfStaff(context, associationId, roles)) !== null;

/** The association, when the signed-in person may act for it in one of these roles; absent and elsewhere are null too. */
export async function bodyOfStaff(
  context: Context,
  associationId: string,
  roles: readonly StaffRole[] = Object.values(StaffRole),
): Promise<Pick<Body, 'id' | 'timeZone'> | null> {
  const grants = await assignmentsOfActor(context);
  if (context.actor === null || grants.length === 0) return null;

  const { tree } = await context.load(standingOfAccount, context.actor.accountId);
  return allows(tree, grants, associationId, roles) ? (tree.get(associationId) ?? null) : null;
}
