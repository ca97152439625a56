import { AffiliaError } from './affilia-error.ts';
import type { Core, Module } from './core.ts';
import type { TypedDocument } from './document.ts';
import { RefreshSessionDocument } from './generated/operations.ts';
import { readResult } from './outcome.ts';
import { aborting } from './aborting.ts';
import type { Pause } from './retry.ts';
import type { Destination } from './send.ts';
import { createSession, type SessionListeners } from './session.ts';
import { openStorage, type SessionStorage, type StorageKind } from './session-storage.ts';
import { createTransport } from './transport.ts';

type Modules = Readonly<Record<string, Module<object>>>;

export interface AffiliaOptions<Used extends Modules> extends Destination, SessionListeners {
  /** Where the session is kept between visits: `localStorage` in a browser, `memory` elsewhere, or your own. */
  readonly storage?: StorageKind | SessionStorage;
  /** How retries wait. Tests bring one that does not. */
  readonly pause?: Pause;
  /** The modules that this site uses, under the names by which it calls them. */
  readonly use: Used;
}

export type Affilia<Used extends Modules> = AffiliaBase & {
  readonly [Name in keyof Used]: ReturnType<Used[Name]>;
};

export interface AffiliaBase {
  /**
   * Sends an operation of your own. Your queries are retried when the network fails; your mutations when their input
   * carries an `idempotencyKey`.
   */
  request<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data>;

  /** Whether a session is kept here, without asking the service, which may have ended it. */
  isSignedIn(): Promise<boolean>;

  /** Stops listening to other tabs and forgets the access token. The person stays signed in for the next visit. */
  dispose(): void;
}

/**
 * The door to the API: one per page, or, on a server, one per person.
 *
 * @example
 * ```ts
 * const affilia = createAffilia({
 *   endpoint: 'https://api.example.org/graphql',
 *   clientKey: 'affilia_pk_live_…',
 *   locale: 'fr-CA',
 *   use: { accounts, invitations },
 * });
 * ```
 */
export function createAffilia<Used extends Modules>(options: AffiliaOptions<Used>): Affilia<Used> {
  const transport = createTransport(options, options.pause);
  const storage = openStorage(options.storage, `affilia ${options.endpoint} ${options.clientKey}`);
  const session = createSession(
    storage,
    async refreshToken => {
      const sent = { token: null, signal: undefined, repeatable: true };
      // Repeatable: for ten seconds the service answers the same token with the same successor.
      const { result } = await transport(RefreshSessionDocument, { input: { refreshToken } }, sent);
      const { outcome, session: tokens } = readResult(RefreshSessionDocument, result);
      if (outcome.ok && !tokens) throw new AffiliaError('BAD_RESPONSE', 'no session');
      return tokens ?? (outcome as { problem: { message: string } }).problem;
    },
    options,
  );

  const request: Core['request'] = async (document, variables, signal, speaker) => {
    const token = speaker === 'ANONYMOUS' ? null : await aborting(session.token(), signal);
    try {
      return await transport(document, variables, { token, signal });
    } catch (error) {
      if (token === null || !(error instanceof AffiliaError) || error.code !== 'UNAUTHENTICATED') throw error;
      // The token may have ended early; whether the person has, their refresh token tells.
      const renewed = await aborting(session.token(token), signal);
      return transport(document, variables, { token: renewed, signal });
    }
  };

  const core: Core = {
    request,
    async act(document, variables, signal, speaker) {
      const { result } = await request(document, variables, signal, speaker);
      const read = readResult(document, result);
      if (read.session) await session.start(read.session);
      return read.outcome;
    },
    session,
    destination: options,
  };

  const base: AffiliaBase = { request, isSignedIn: () => session.isKept(), dispose: () => session.dispose() };
  const used = Object.entries(options.use).map(([name, module]) => [name, module(core)]);
  return Object.assign(base, Object.fromEntries(used)) as Affilia<Used>;
}
