import type { Core } from './core.ts';
import {
  OrganizationDocument,
  OrganizationsDocument,
  UpdateOrganizationProfileDocument,
  type OrganizationFilter,
  type OrganizationFragment,
  type OrganizationsQuery,
  type UpdateOrganizationProfileInput,
  type UpdateOrganizationProfileMutation,
} from './generated/operations.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { OrganizationFragment as Organization } from './generated/operations.ts';

/** An organization as staff's lists show it. */
export type OrganizationRow = OrganizationsQuery['organizations']['nodes'][number];

/** Member organizations and their delegates. */
export interface Organizations {
  /** An organization with its delegates; null when it is absent or not yours to see. */
  get(id: string, signal?: AbortSignal): Promise<OrganizationFragment | null>;

  /** Staff: the organizations of an association by public name. */
  list(filter: OrganizationFilter, signal?: AbortSignal): List<OrganizationRow>;

  /**
   * Saves the profile as a whole: what is left out is cleared. Ask `viewerCan.updateProfile` before you offer it.
   *
   * - `InvalidInput`: one issue per wrong answer, on the paths of the organization's `profileForm`.
   * - `OrganizationNotFound`: absent, or not yours.
   */
  updateProfile(
    input: UpdateOrganizationProfileInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<UpdateOrganizationProfileMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { organizations } })`. */
export const organizations = (core: Core): Organizations => ({
  get: async (id, signal) => (await core.request(OrganizationDocument, { id }, signal)).organization,
  list: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OrganizationsDocument, { filter, ...page }, aborted)).organizations,
      signal,
    ),
  updateProfile: (input, signal) => core.act(UpdateOrganizationProfileDocument, { input }, signal),
});
