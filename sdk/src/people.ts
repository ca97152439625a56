import type { Core } from './core.ts';
import {
  ApproveMergeDocument,
  DismissMergeTaskDocument,
  EndRepresentationDocument,
  MergePersonsDocument,
  MergeTasksDocument,
  OwnRepresentationsDocument,
  PersonOnFileDocument,
  PersonRepresentationsDocument,
  PersonsDocument,
  RecordMergeDocument,
  RecordMergesDocument,
  RecordRepresentationDocument,
  SetDateOfBirthDocument,
  SetPersonAddressesDocument,
  UndoMergeDocument,
  UpdateProfileDocument,
  WithdrawMergeDocument,
  type ApproveMergeInput,
  type ApproveMergeMutation,
  type DismissMergeTaskInput,
  type DismissMergeTaskMutation,
  type EndRepresentationInput,
  type EndRepresentationMutation,
  type MergePersonsInput,
  type MergePersonsMutation,
  type MergeTaskFilter,
  type MergeTasksQuery,
  type PersonFilter,
  type PersonLoginFragment,
  type PersonRowFragment,
  type RecordMergeFilter,
  type RecordMergeFragment,
  type RecordRepresentationInput,
  type RecordRepresentationMutation,
  type RepresentationFragment,
  type SetDateOfBirthInput,
  type SetDateOfBirthMutation,
  type SetPersonAddressesInput,
  type SetPersonAddressesMutation,
  type UndoMergeInput,
  type UndoMergeMutation,
  type UpdateProfileInput,
  type UpdateProfileMutation,
  type WithdrawMergeInput,
  type WithdrawMergeMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List, type Sorted } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { PersonFragment as Person } from './generated/operations.ts';

/** Somebody in the list of those whom an association has on file. */
export type PersonRow = PersonRowFragment;

/** Somebody on file, with their account as staff see it; `login` is null when they have none. */
export interface PersonOnFile extends PersonRowFragment {
  readonly login: PersonLoginFragment | null;
}

/** Two records that may be one person, side by side, each with what it carries. */
export type MergeTask = MergeTasksQuery['mergeTasks']['nodes'][number];

/** Two records that became one, or are to. */
export type RecordMerge = RecordMergeFragment;

/** Somebody who stands for an estate, a trust, a company or a protected person. */
export type Representation = RepresentationFragment;

/** The person's own record; for staff, the people on file. */
export interface People {
  /** Staff: the people whom an association has on file, by family name. */
  list(filter: PersonFilter & Sorted, signal?: AbortSignal): List<PersonRow>;

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

  /**
   * Says where a person lives and works, the main address first: one's own, or staff somebody's on file. Taxes go by the
   * province of the main one.
   *
   * - `InvalidInput`: one issue per wrong answer; in Canada the province is required.
   */
  setAddresses(
    input: SetPersonAddressesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetPersonAddressesMutation['result']>>;

  /** Staff: says when somebody was born, for prices that go by age. */
  setDateOfBirth(
    input: SetDateOfBirthInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetDateOfBirthMutation['result']>>;

  /** Staff: the open questions whether two records are one person, the oldest first. */
  mergeTasks(filter: MergeTaskFilter, signal?: AbortSignal): List<MergeTask>;

  /**
   * Staff: says that two records are two people.
   *
   * - `MergeTaskNotFound`: the question was settled meanwhile.
   */
  dismissMergeTask(
    input: DismissMergeTaskInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DismissMergeTaskMutation['result']>>;

  /**
   * Staff: makes two records of one person one. `merge.state` is `PREPARED` where the association wants a second
   * person for so many records.
   *
   * - `MergeNeedsOneAccount`: each has an account; the person joins them first.
   * - `MergeNeedsOneMembership`: both are members at the same time; one membership ends first.
   * - `MergeBillsTwice`: invoices of both bill the same days; one of them is credited first.
   * - `MergeOfLivingAndDead`: a death is on file for one of them only.
   */
  merge(input: MergePersonsInput, signal?: AbortSignal): Promise<OutcomeOf<MergePersonsMutation['result']>>;

  /** Staff: merges of persons and of organizations, the latest first. */
  merges(filter: RecordMergeFilter, signal?: AbortSignal): List<RecordMerge>;

  /** Staff: one of them; null when it is absent or not in the caller's care. */
  getMerge(id: string, signal?: AbortSignal): Promise<RecordMerge | null>;

  /**
   * Staff: lets a prepared merge, of persons or of organizations, take effect.
   *
   * - `MergeNeedsSecondPerson`: whoever prepared it does not approve it.
   */
  approveMerge(
    input: ApproveMergeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ApproveMergeMutation['result']>>;

  /** Staff: ends a prepared merge. */
  withdrawMerge(
    input: WithdrawMergeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawMergeMutation['result']>>;

  /**
   * Staff: makes two records of one again, each with what it had.
   *
   * - `MergeHasMovedOn`: what moved has changed since; `changed` says what.
   * - `MergeUndoTooLate`: its days are over.
   */
  undoMerge(input: UndoMergeInput, signal?: AbortSignal): Promise<OutcomeOf<UndoMergeMutation['result']>>;

  /** Whom the signed-in person represents on a day (`YYYY-MM-DD`), today if left out. */
  representing(asOf?: string, signal?: AbortSignal): Promise<readonly Representation[]>;

  /**
   * Who represents a person, did and will, the latest first: for themselves and for staff; none for anybody else. Of
   * organizations: `affilia.organizations.representations`.
   */
  representations(personId: string, signal?: AbortSignal): Promise<readonly Representation[]>;

  /**
   * Staff: records who represents a person or an organization, by which document.
   *
   * - `OwnRepresentation`: a colleague does it.
   * - `RepresentationStands`: it is on record already for some of those days.
   * - `SignInTooOld`: let the person sign in again.
   */
  recordRepresentation(
    input: RecordRepresentationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RecordRepresentationMutation['result']>>;

  /**
   * Staff: gives it an end.
   *
   * - `RepresentationNotFound`: not theirs to end.
   * - `RepresentationEnded`: it has ended by then already.
   * - `SignInTooOld`: let the person sign in again.
   */
  endRepresentation(
    input: EndRepresentationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<EndRepresentationMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { people } })`. */
export const people = (core: Core): People => ({
  list: ({ order = 'NAME', ...filter }, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(PersonsDocument, { filter, order, ...page }, aborted)).persons,
      signal,
    ),
  get: async (id, signal) => {
    const { node } = await core.request(PersonOnFileDocument, { id }, signal);
    return node && 'login' in node ? (node as PersonOnFile) : null;
  },
  setAddresses: (input, signal) => core.act(SetPersonAddressesDocument, { input }, signal),
  setDateOfBirth: (input, signal) => core.act(SetDateOfBirthDocument, { input }, signal),
  updateProfile: (input, signal) => core.act(UpdateProfileDocument, { input }, signal),
  mergeTasks: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(MergeTasksDocument, { filter, ...page }, aborted)).mergeTasks,
      signal,
    ),
  dismissMergeTask: (input, signal) => core.act(DismissMergeTaskDocument, { input: withKey(input) }, signal),
  merge: (input, signal) => core.act(MergePersonsDocument, { input: withKey(input) }, signal),
  merges: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(RecordMergesDocument, { filter, ...page }, aborted)).recordMerges,
      signal,
    ),
  getMerge: async (id, signal) => {
    const { node } = await core.request(RecordMergeDocument, { id }, signal);
    return node?.__typename === 'RecordMerge' ? node : null;
  },
  approveMerge: (input, signal) => core.act(ApproveMergeDocument, { input: withKey(input) }, signal),
  withdrawMerge: (input, signal) => core.act(WithdrawMergeDocument, { input: withKey(input) }, signal),
  undoMerge: (input, signal) => core.act(UndoMergeDocument, { input: withKey(input) }, signal),
  representing: async (asOf, signal) => {
    const { viewer } = await core.request(OwnRepresentationsDocument, { ...(asOf && { asOf }) }, signal);
    return viewer?.representations ?? [];
  },
  representations: async (id, signal) => {
    const { node } = await core.request(PersonRepresentationsDocument, { id }, signal);
    return (node && 'representationHistory' in node && node.representationHistory) || [];
  },
  recordRepresentation: (input, signal) =>
    core.act(RecordRepresentationDocument, { input: withKey(input) }, signal),
  endRepresentation: (input, signal) =>
    core.act(EndRepresentationDocument, { input: withKey(input) }, signal),
});
