import type { AssociationId, StaffAssignmentId } from '../../kernel/id.ts';
import type { Actor, Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { allows, covers, exercisable, isInForce, type Grant, type TreeNode } from './association.policy.ts';
import { factorRolesOfRealm } from './settings/association-settings.ts';
import { STAFF_ACTIONS, type StaffAction, type StaffRoleName } from './staff-action.policy.ts';
import type { StaffAssignmentFacts } from './staff-assignment.type.ts';
import { StaffRole } from './staff.enums.ts';

/** A body of the calling client's tree. A tree is small, and rights look at most of it. */
interface Body extends TreeNode {
  readonly id: AssociationId;
  readonly timeZone: string;
}

interface OwnAssignment extends Grant, StaffAssignmentFacts {
  readonly associationId: AssociationId;
  readonly role: StaffRole;
  /** Its association, or a live realm, lets the role be exercised in a session with a second factor only. */
  readonly needsFactor: boolean;
}

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
     s.id as "assignmentId", s.role, s.reach, s.from_at as "fromAt", s.to_at as "toAt",
     s.role = any (a.factor_roles || $3::text[]) as "needsFactor"
   from association a left join staff_assignment s on s.association_id = a.id and s.account_id = $2
   where a.root_id = $1 order by s.from_at, s.id`,
);

const standingOfAccount: Loader<string, Standing> = defineLoader((context, accountIds: readonly string[]) =>
  Promise.all(
    accountIds.map(async id => {
      return standingIn(await context.db.read(readStanding, standingOf(context, id)));
    }),
  ),
);

const standingOf = (
  { client, settings }: Pick<Context, 'client' | 'settings'>,
  accountId: string,
): unknown[] => [client?.rootId, accountId, factorRolesOfRealm(settings.realmMode)];

const standingIn = (rows: readonly Row[]): Standing => ({
  tree: new Map(rows.map(row => [row.id, row])),
  assignments: rows.flatMap(assignmentIn),
});

function assignmentIn({
  id: associationId,
  assignmentId: id,
  role,
  reach,
  fromAt,
  toAt,
  needsFactor,
}: Row): OwnAssignment[] {
  return id === null ? [] : [{ id, associationId, role, reach, fromAt, toAt, needsFactor }];
}

/**
 * The assignments that the signed-in person exercises in this request: those in force at the client's association or
 * below it, and proved by a second factor where their role asks for one. Empty unless the client is an internal tool.
 */
export async function assignmentsOfActor(context: Context): Promise<readonly OwnAssignment[]> {
  const { actor } = context;
  if (actor === null) return [];
  const assignments = await assignmentsHere(context, actor.accountId);
  return assignments.filter(({ needsFactor }) => !needsFactor || actor.factorAt !== null);
}

/** Whether the account is on the staff here in a role that rests until a second factor is given. */
export async function staffRoleRests(
  context: Context,
  { accountId, factorAt }: Pick<Actor, 'accountId' | 'factorAt'>,
): Promise<boolean> {
  if (factorAt !== null) return false;
  return (await assignmentsHere(context, accountId)).some(({ needsFactor }) => needsFactor);
}

async function assignmentsHere(context: Context, accountId: string): Promise<readonly OwnAssignment[]> {
  const { client, clock } = context;
  if (client?.kind !== 'SECRET') return [];
  const { tree, assignments } = await context.load(standingOfAccount, accountId);
  return exercisable(tree, client, assignments, clock.now());
}

/** Whether the signed-in person may do this as staff of an association, through this client. */
export const mayAsStaff = async (
  context: Context,
  action: StaffAction,
  associationId: string,
): Promise<boolean> => (await bodyForStaff(context, action, associationId)) !== null;

/** The association, when the signed-in person may do this as its staff; absent and elsewhere are null too. */
export async function bodyForStaff(
  context: Context,
  action: StaffAction,
  associationId: string,
): Promise<Pick<Body, 'id' | 'timeZone'> | null> {
  const { roles, scope } = STAFF_ACTIONS[action];
  return context.client?.scopes.includes(scope) === true ? bodyOfRoles(context, associationId, roles) : null;
}

/** Whether the signed-in person has a role that allows this there, whatever their client is registered for. */
export const hasRoleFor = async (
  context: Context,
  action: StaffAction,
  associationId: string,
): Promise<boolean> => (await bodyOfRoles(context, associationId, STAFF_ACTIONS[action].roles)) !== null;

/** Whether the signed-in person may put somebody on the staff there with that reach, or end it. */
export async function mayManageStaff(
  context: Context,
  place: Pick<Grant, 'associationId' | 'reach'>,
): Promise<boolean> {
  if (context.actor === null || !(await mayAsStaff(context, 'MANAGE_STAFF', place.associationId)))
    return false;
  const { tree } = await context.load(standingOfAccount, context.actor.accountId);
  const grants = await assignmentsOfActor(context);
  return grants.some(
    grant => STAFF_ACTIONS.MANAGE_STAFF.roles.includes(grant.role) && covers(tree, grant, place),
  );
}

/** Every role that the signed-in person has as staff at an association, through this client, whatever its scopes. */
export async function staffRolesAt(context: Context, associationId: string): Promise<StaffRole[]> {
  const roles = Object.values(StaffRole);
  const held = await Promise.all(roles.map(role => bodyOfRoles(context, associationId, [role])));
  return roles.filter((_, i) => held[i]);
}

/** Whether an account was on the staff here in a role that allows an act at an instant, and is since, through whatever client. */
export async function hasBeenStaffSince(
  context: Pick<Context, 'client' | 'settings' | 'clock'>,
  tx: Tx,
  {
    accountId,
    associationId,
    action,
    since,
  }: {
    readonly accountId: string;
    readonly associationId: string;
    readonly action: StaffAction;
    readonly since: Date;
  },
): Promise<boolean> {
  const { tree, assignments } = standingIn(await within(tx, readStanding, standingOf(context, accountId)));
  const now = context.clock.now();
  const grants = assignments.filter(grant => grant.fromAt <= since && isInForce(grant, now));
  return allows(tree, grants, associationId, STAFF_ACTIONS[action].roles);
}

async function bodyOfRoles(
  context: Context,
  associationId: string,
  roles: readonly StaffRoleName[],
): Promise<Body | null> {
  const grants = await assignmentsOfActor(context);
  if (context.actor === null || grants.length === 0) return null;

  const { tree } = await context.load(standingOfAccount, context.actor.accountId);
  return allows(tree, grants, associationId, roles) ? (tree.get(associationId) ?? null) : null;
}
