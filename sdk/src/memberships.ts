import type { Core } from './core.ts';
import {
  MembershipClassesDocument,
  MembershipDocument,
  MembershipsDocument,
  SetDelegateLimitDocument,
  type MembershipClassFragment,
  type MembershipFilter,
  type MembershipQuery,
  type MembershipSummaryFragment,
  type SetDelegateLimitInput,
  type SetDelegateLimitMutation,
} from './generated/operations.ts';
import { listOf, type List, type Sorted } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { MembershipClassFragment as MembershipClass } from './generated/operations.ts';

/** A membership as staff's lists and the viewer show it. */
export type MembershipRow = MembershipSummaryFragment;

/** A membership with its history. */
export type Membership = NonNullable<MembershipQuery['membership']>;

/** Who is a member, in which class, and how they stand. */
export interface Memberships {
  /**
   * A membership with its history and its status, explained, at `asOf` (an instant in ISO 8601) or now; null when it
   * is absent or not yours to see.
   */
  get(id: string, asOf?: string | null, signal?: AbortSignal): Promise<Membership | null>;

  /** Staff: the memberships of an association by the holder's name. */
  list(filter: MembershipFilter & Sorted, signal?: AbortSignal): List<MembershipRow>;

  /** The classes that an association has. */
  classes(associationId: string, signal?: AbortSignal): List<MembershipClassFragment>;

  /**
   * Administrators: how many people may act at once for an organization of a class. Nobody loses a role by it: one that
   * has more adds nobody until it has fewer.
   *
   * - `InvalidInput`: not a class of organizations, or not from 1 to 100.
   * - `SignInTooOld`: sign in again, then repeat.
   */
  setDelegateLimit(
    input: SetDelegateLimitInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetDelegateLimitMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { memberships } })`. */
export const memberships = (core: Core): Memberships => ({
  get: async (id, asOf = null, signal) =>
    (await core.request(MembershipDocument, { id, asOf }, signal)).membership,
  list: ({ order = 'NAME', ...filter }, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(MembershipsDocument, { filter, order, ...page }, aborted)).memberships,
      signal,
    ),
  classes: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(MembershipClassesDocument, { associationId, ...page }, aborted))
          .membershipClasses,
      signal,
    ),
  setDelegateLimit: (input, signal) => core.act(SetDelegateLimitDocument, { input }, signal),
});
