import type { Core } from './core.ts';
import {
  PersonOnFileDocument,
  PersonsDocument,
  UpdateProfileDocument,
  type PersonFilter,
  type PersonLoginFragment,
  type PersonRowFragment,
  type UpdateProfileInput,
  type UpdateProfileMutation,
} from './generated/operations.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { PersonFragment as Person } from './generated/operations.ts';

/** Somebody in the list of those whom an association has on file. */
export type PersonRow = PersonRowFragment;

/** Somebody on file, with their account as staff see it; `login` is null when they have none. */
export interface PersonOnFile extends PersonRowFragment {
  readonly login: PersonLoginFragment | null;
}

/** The person's own record; for staff, the people on file. */
export interface People {
  /** Staff: the people whom an association has on file, by family name. */
  list(filter: PersonFilter, signal?: AbortSignal): List<PersonRow>;

  /** Staff: somebody on file; null when they are absent or not in the caller's care. */
  get(id: string, signal?: AbortSignal): Promise<PersonOnFile | null>;

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
  list: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(PersonsDocument, { filter, ...page }, aborted)).persons,
      signal,
    ),
  get: async (id, signal) => {
    const { node } = await core.request(PersonOnFileDocument, { id }, signal);
    return node && 'login' in node ? (node as PersonOnFile) : null;
  },
  updateProfile: (input, signal) => core.act(UpdateProfileDocument, { input }, signal),
});
