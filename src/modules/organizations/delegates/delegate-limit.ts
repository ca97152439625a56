import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { definePort } from '../../../platform/port.ts';
import { refuse } from '../../../platform/problem.ts';
import { supportOf, type AssociationEntity } from '../../associations/index.ts';
import { DelegateLimitReached } from './delegate.problems.ts';

/** How many people may act for an organization at once, and who does or is asked to. */
export interface DelegateRoom {
  /** Null where the class of its membership sets none. */
  readonly limit: number | null;
  /** Whoever has a role now or is named by an invitation that can be accepted, each once. */
  readonly personIds: readonly string[];
}

/** Classes and invitations are known above. */
export interface DelegateLimitPorts {
  readonly roomIn: (context: Context, tx: Tx, organizationId: string) => Promise<DelegateRoom>;
}
export const delegateLimitPorts = definePort<DelegateLimitPorts>('delegate limit');

/** Whether one more may; whoever counts already counts once. */
export const hasRoom = ({ limit, personIds }: DelegateRoom, personId: string | null): boolean =>
  limit === null || personIds.length < limit || (personId !== null && personIds.includes(personId));

export interface Newcomer {
  readonly association: AssociationEntity;
  readonly organizationId: string;
  /** Null for somebody who is not on file yet. */
  readonly personId: string | null;
}

/**
 * Why one more may not act for an organization; null when they may. Whoever counts already counts once. Ask in a
 * transaction that holds the organization, so that of two at once the second is counted after the first.
 */
export async function lackOfRoom(
  context: Context,
  tx: Tx,
  { association, organizationId, personId }: Newcomer,
): Promise<DelegateLimitReached | null> {
  const room = await context.ports.of(delegateLimitPorts).roomIn(context, tx, organizationId);
  if (room.limit === null || hasRoom(room, personId)) return null;
  const support = supportOf(association, context.wording);
  return new DelegateLimitReached(room.limit, new NextStep(NextStepKind.CONTACT_SUPPORT, { support }));
}

/** The same as a refusal. */
export async function demandRoom(context: Context, tx: Tx, newcomer: Newcomer): Promise<void> {
  const lack = await lackOfRoom(context, tx, newcomer);
  if (lack !== null) refuse(lack);
}
