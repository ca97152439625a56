import type { Core } from './core.ts';
import {
  OpenSessionsDocument,
  RevokeAllSessionsDocument,
  RevokeSessionDocument,
  type OpenSessionFragment,
  type RevokeAllSessionsInput,
  type RevokeAllSessionsMutation,
  type RevokeSessionInput,
  type RevokeSessionMutation,
} from './generated/operations.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** A place where the person is signed in: `device`, `site` and `network` are ready to show. */
export type OpenSession = OpenSessionFragment;

/** Where the person is signed in, and how they end that. */
export interface Sessions {
  /**
   * The sessions of whoever is signed in, on the sites of this tree of associations, the last used first; none when nobody is. The one that asks
   * is `current`: end it by `accounts.signOut`.
   */
  list(signal?: AbortSignal): List<OpenSession>;

  /**
   * Ends one of them. Its next request is refused; one that was over already answers the same.
   *
   * - `SessionNotFound`: there is none by this id: read the list again.
   */
  revoke(
    input: RevokeSessionInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RevokeSessionMutation['result']>>;

  /** Ends all of them but this one, or, with `exceptCurrent: false`, all; wherever they are, in other trees too. */
  revokeAll(
    input?: RevokeAllSessionsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RevokeAllSessionsMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, sessions } })`. */
export const sessions = (core: Core): Sessions => ({
  list: signal =>
    listOf(
      async (page, aborted) =>
        (await core.request(OpenSessionsDocument, { ...page }, aborted)).viewer?.sessions ?? NOTHING,
      signal,
    ),
  revoke: (input, signal) => core.act(RevokeSessionDocument, { input }, signal),
  revokeAll: (input = {}, signal) => core.act(RevokeAllSessionsDocument, { input }, signal),
});
