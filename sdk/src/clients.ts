import type { Core } from './core.ts';
import {
  ClientDocument,
  ClientsDocument,
  RegisterClientDocument,
  RegisterClientDocumentsDocument,
  RevokeClientDocument,
  RotateClientKeyDocument,
  SetAssociationPagesClientDocument,
  SetClientDisplayNameDocument,
  SetClientOriginsDocument,
  SetClientPagesDocument,
  SetClientPublicKeysDocument,
  SetClientRedirectUrisDocument,
  SetClientScopesDocument,
  SetClientSignInModeDocument,
  type ClientFilter,
  type ClientFragment,
  type RegisterClientDocumentsInput,
  type RegisterClientDocumentsMutation,
  type RegisterClientInput,
  type RegisterClientMutation,
  type RevokeClientInput,
  type RevokeClientMutation,
  type RotateClientKeyInput,
  type RotateClientKeyMutation,
  type SetAssociationPagesClientInput,
  type SetAssociationPagesClientMutation,
  type SetClientDisplayNameInput,
  type SetClientDisplayNameMutation,
  type SetClientOriginsInput,
  type SetClientOriginsMutation,
  type SetClientPagesInput,
  type SetClientPagesMutation,
  type SetClientPublicKeysInput,
  type SetClientPublicKeysMutation,
  type SetClientRedirectUrisInput,
  type SetClientRedirectUrisMutation,
  type SetClientScopesInput,
  type SetClientScopesMutation,
  type SetClientSignInModeInput,
  type SetClientSignInModeMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { ClientFragment as Client } from './generated/operations.ts';

/**
 * The sites, tools and services that call, for administrators of their association through an internal tool. Every
 * act can be refused with
 *
 * - `SignInTooOld`: the person signed in more than ten minutes ago. Let them sign in again, then repeat.
 * - `ClientNotFound`, `ClientRevoked`: absent or not theirs; refused for good.
 * - `InvalidInput`: one issue per wrong answer, in a list with the place of the wrong one.
 * - `ScopesBeyondOwn`: this tool may do less than what it is asked to hand out.
 * - `RealmAdministratorNeeded`: a client that takes passwords (`DIRECT`) gets further origins, pages elsewhere and secret
 *   keys or key pairs from whom the operator of the realm made its administrator. Leaving some out needs nobody else.
 */
export interface Clients {
  /** The clients of an association, revoked ones included, the latest first. */
  list(filter: ClientFilter, signal?: AbortSignal): List<ClientFragment>;

  /** One of them; null when it is absent or not in the caller's care. */
  get(id: string, signal?: AbortSignal): Promise<ClientFragment | null>;

  /** Registers one. `value.key` is its key; where it is secret it is shown this once. */
  register(
    input: RegisterClientInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RegisterClientMutation['result']>>;

  /** Says what people read of it where they sign in; blank in both languages, the name of the association. */
  setDisplayName(
    input: SetClientDisplayNameInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientDisplayNameMutation['result']>>;

  /** Says from which origins the pages of a site call. All of them: what is left out is refused from now on. */
  setOrigins(
    input: SetClientOriginsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientOriginsMutation['result']>>;

  /** Says where a site's pages are that links in mails open. */
  setPages(
    input: SetClientPagesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientPagesMutation['result']>>;

  /** Says whose pages the links in an association's mails open. */
  setPagesOfAssociation(
    input: SetAssociationPagesClientInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetAssociationPagesClientMutation['result']>>;

  /** Says where people return to from the realm's own pages. */
  setRedirectUris(
    input: SetClientRedirectUrisInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientRedirectUrisMutation['result']>>;

  /** Says what a tool may be used for. */
  setScopes(
    input: SetClientScopesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientScopesMutation['result']>>;

  /** Says by which key pairs a tool may prove itself instead of by its secret key. */
  setPublicKeys(
    input: SetClientPublicKeysInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientPublicKeysMutation['result']>>;

  /**
   * Says where people type their password.
   *
   * - `RealmAdministratorNeeded`: `DIRECT` is granted by whom the operator of the realm made its administrator.
   */
  setSignInMode(
    input: SetClientSignInModeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetClientSignInModeMutation['result']>>;

  /**
   * Makes a new key; the present one lives on for `overlapHours`, so that a site can be deployed again.
   *
   * - `ClientKeyJustRotated`: somebody else did it at the same moment. Look at the client again.
   */
  rotateKey(
    input: RotateClientKeyInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RotateClientKeyMutation['result']>>;

  /** Lets a site run GraphQL documents of its own in a live realm, for good. */
  registerDocuments(
    input: RegisterClientDocumentsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RegisterClientDocumentsMutation['result']>>;

  /** Refuses a client for good. Doing it twice is no fault. */
  revoke(input: RevokeClientInput, signal?: AbortSignal): Promise<OutcomeOf<RevokeClientMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { clients } })`. */
export const clients = (core: Core): Clients => ({
  list: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(ClientsDocument, { filter, ...page }, aborted)).clients,
      signal,
    ),
  get: async (id, signal) => {
    const { node } = await core.request(ClientDocument, { id }, signal);
    return node && 'keyMode' in node ? (node as ClientFragment) : null;
  },
  register: (input, signal) => core.act(RegisterClientDocument, { input: withKey(input) }, signal),
  setDisplayName: (input, signal) => core.act(SetClientDisplayNameDocument, { input }, signal),
  setOrigins: (input, signal) => core.act(SetClientOriginsDocument, { input }, signal),
  setPages: (input, signal) => core.act(SetClientPagesDocument, { input }, signal),
  setPagesOfAssociation: (input, signal) => core.act(SetAssociationPagesClientDocument, { input }, signal),
  setRedirectUris: (input, signal) => core.act(SetClientRedirectUrisDocument, { input }, signal),
  setScopes: (input, signal) => core.act(SetClientScopesDocument, { input }, signal),
  setPublicKeys: (input, signal) => core.act(SetClientPublicKeysDocument, { input }, signal),
  setSignInMode: (input, signal) => core.act(SetClientSignInModeDocument, { input }, signal),
  rotateKey: (input, signal) => core.act(RotateClientKeyDocument, { input: withKey(input) }, signal),
  registerDocuments: (input, signal) => core.act(RegisterClientDocumentsDocument, { input }, signal),
  revoke: (input, signal) => core.act(RevokeClientDocument, { input }, signal),
});
