import type { Core } from './core.ts';
import {
  AssociationDocument,
  AssociationSettingsDocument,
  AssociationsDocument,
  LabelsDocument,
  RealmDocument,
  SectionsDocument,
  UpdateAssociationSettingsDocument,
  type AssociationFragment,
  type AssociationQuery,
  type AssociationSettingsFragment,
  type LabelsQuery,
  type RealmQuery,
  type SectionFragment,
  type UpdateAssociationSettingsInput,
  type UpdateAssociationSettingsMutation,
} from './generated/operations.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type {
  AssociationFragment,
  AssociationSettingsFragment as AssociationSettings,
  SectionFragment as Section,
} from './generated/operations.ts';

/** An association with the bodies right below it. */
export type Association = NonNullable<AssociationQuery['association']>;

/** What a site must know of the service it speaks to. */
export type Realm = RealmQuery['realm'];

/** The bodies that the calling client can see, and what they look like. */
export interface Associations {
  /** Languages, support and policies of the calling client's association. */
  realm(signal?: AbortSignal): Promise<Realm>;

  /** An association by its code, such as `AQPM`; null when it is absent or in another tree. */
  get(code: string, signal?: AbortSignal): Promise<Association | null>;

  /** The associations of the client's tree. */
  list(signal?: AbortSignal): List<AssociationFragment>;

  /** The sections that an association's organizations can belong to. */
  sections(associationId: string, signal?: AbortSignal): List<SectionFragment>;

  /**
   * What an association decides for the accounts of its people, as its staff see it through an internal tool; null for
   * anybody else.
   */
  settings(code: string, signal?: AbortSignal): Promise<AssociationSettingsFragment | null>;

  /**
   * Administrators: changes some of them. Give the `version` of what was read; what is left out stays.
   *
   * - `AssociationSettingsChanged`: somebody else was faster. Read them again, and let the person decide again.
   * - `SignInTooOld`: the person signed in more than ten minutes ago. Let them sign in again, then repeat.
   */
  updateSettings(
    input: UpdateAssociationSettingsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<UpdateAssociationSettingsMutation['result']>>;

  /**
   * The values of an enumeration with their labels in the language of the request, by its name in the schema. Those
   * that the SDK's version knows are in `@affilia/sdk/labels` without a request.
   */
  labels(enumeration: string, signal?: AbortSignal): Promise<LabelsQuery['labels']>;
}

/** Plug it in: `createAffilia({ …, use: { associations } })`. */
export const associations = (core: Core): Associations => ({
  realm: async signal => (await core.request(RealmDocument, {}, signal)).realm,
  get: async (code, signal) => (await core.request(AssociationDocument, { code }, signal)).association,
  list: signal =>
    listOf(
      async (page, aborted) => (await core.request(AssociationsDocument, page, aborted)).associations,
      signal,
    ),
  sections: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(SectionsDocument, { associationId, ...page }, aborted)).sections,
      signal,
    ),
  settings: async (code, signal) =>
    (await core.request(AssociationSettingsDocument, { code }, signal)).association?.settings ?? null,
  updateSettings: (input, signal) => core.act(UpdateAssociationSettingsDocument, { input }, signal),
  labels: async (enumeration, signal) =>
    (await core.request(LabelsDocument, { enum: enumeration }, signal)).labels,
});
