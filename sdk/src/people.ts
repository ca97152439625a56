import type { Core } from './core.ts';
import {
  UpdateProfileDocument,
  type UpdateProfileInput,
  type UpdateProfileMutation,
} from './generated/operations.ts';
import type { OutcomeOf } from './outcome.ts';

export type { PersonFragment as Person } from './generated/operations.ts';

/** The person's own record. */
export interface People {
  /**
   * Saves names and work telephone. A telephone or extension that is left out is cleared. Without `personId` it is
   * the person who acts; a joint account names one of its two.
   *
   * - `InvalidInput`: one issue per wrong answer, on the paths of the person's `profileForm`.
   */
  updateProfile(
    input: UpdateProfileInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<UpdateProfileMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { people } })`. */
export const people = (core: Core): People => ({
  updateProfile: (input, signal) => core.act(UpdateProfileDocument, { input }, signal),
});
