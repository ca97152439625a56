import type { CallingClient } from '../../platform/context.ts';
import type { StaffRoleName } from './staff-action.policy.ts';
import { StaffReach, type StaffRole } from './staff.enums.ts';

/** A body as far as rights depend on it. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly independent: boolean;
}

/** The bodies of one tree, by id. */
export type Tree = ReadonlyMap<string, TreeNode>;

/** A staff assignment as far as rights depend on it. */
export interface Grant {
  readonly associationId: string;
  readonly role: StaffRole;
  readonly reach: StaffReach;
  readonly fromAt: Date;
  readonly toAt: Date | null;
}

/**
 * Whether `target` is `node` or below it. The way down ends before an independent body: it and all that is below it
 * are out of reach from above, yet within reach of itself.
 */
export function isWithin(tree: Tree, node: string, target: string): boolean {
  let here = tree.get(target);
  while (here !== undefined && here.id !== node) {
    if (here.independent || here.parentId === null) return false;
    here = tree.get(here.parentId);
  }
  return here !== undefined;
}

export const isInForce = (grant: Pick<Grant, 'fromAt' | 'toAt'>, at: Date): boolean =>
  grant.fromAt <= at && (grant.toAt === null || at < grant.toAt);

export function grantReaches(tree: Tree, grant: Grant, target: string): boolean {
  if (grant.reach === StaffReach.NODE) return grant.associationId === target;
  return isWithin(tree, grant.associationId, target);
}

/**
 * The assignments that a person may exercise through this client: those in force, at the client's association or
 * below it. A site with a publishable key never exercises any, whoever signs in there.
 */
export function exercisable<G extends Grant>(
  tree: Tree,
  client: Pick<CallingClient, 'kind' | 'associationId'> | null,
  grants: readonly G[],
  at: Date,
): readonly G[] {
  if (client?.kind !== 'SECRET') return [];
  return grants.filter(
    grant => isInForce(grant, at) && isWithin(tree, client.associationId, grant.associationId),
  );
}

/** Whether a grant goes as far as an assignment there with that reach would: nobody gives, or takes, more than they have. */
export const covers = (
  tree: Tree,
  grant: Grant,
  { associationId, reach }: Pick<Grant, 'associationId' | 'reach'>,
): boolean =>
  grantReaches(tree, grant, associationId) && (reach === StaffReach.NODE || grant.reach === reach);

/** The bodies that the ended grant reached and none of the others does. */
export const leftWithout = (tree: Tree, ended: Grant, others: readonly Grant[]): readonly string[] =>
  [...tree.keys()].filter(
    body => grantReaches(tree, ended, body) && !others.some(other => grantReaches(tree, other, body)),
  );

/** Whether one of the exercisable grants gives one of the roles at the target. */
export const allows = (
  tree: Tree,
  grants: readonly Grant[],
  target: string,
  roles: readonly StaffRoleName[],
): boolean => grants.some(grant => roles.includes(grant.role) && grantReaches(tree, grant, target));
