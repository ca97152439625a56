import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { CallingClient, Context, Parts, RealmMode } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { CLIENT_SCOPES, ClientScope } from '../../platform/graphql/client-scope.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { isClientOrigin, isClientPage, isRedirectUri } from './client-address.ts';
import { newClientKey, readClientKey } from './client-key.ts';
import type { ClientPage } from './client-page.ts';
import {
  ClientEntity,
  ClientKeyEntity,
  ClientOriginEntity,
  ClientPageEntity,
  ClientRedirectUriEntity,
} from './client.entity.ts';

export interface NewClientPage {
  readonly page: ClientPage;
  readonly locale: Locale;
  readonly url: string;
}

/** What people read of a client. */
export interface DisplayName {
  readonly fr: string;
  readonly en: string;
}

export interface NewClient {
  readonly associationId: AssociationId;
  readonly name: string;
  /** What people read; the name of the association by default. */
  readonly displayName?: DisplayName | null;
  readonly kind: CallingClient['kind'];
  readonly keyMode: RealmMode;
  readonly signInMode: CallingClient['signInMode'];
  /** Where the client's pages call from; a secret key has no business in a page and takes none. */
  readonly origins: readonly string[];
  readonly pages: readonly NewClientPage[];
  /** Where people return after signing in on the realm's pages; nowhere by default. */
  readonly redirectUris?: readonly string[];
  /** What it may be used for; by default everything where the key is secret, and nothing elsewhere. */
  readonly scopes?: readonly ClientScope[];
  /** A key made elsewhere, such as the one that demo pages carry; by default a new one is drawn. */
  readonly key?: string;
}

type Acting = Pick<Parts, 'clock' | 'random' | 'settings'> &
  Partial<Pick<Context, 'actor' | 'client' | 'requestId'>>;

/**
 * Registers a program and answers its key, which is shown this once: only its digest is kept, and the key itself
 * where it is publishable. RangeError says what does not fit.
 */
export async function registerClient(
  parts: Acting,
  tx: Tx,
  wanted: NewClient,
): Promise<{ readonly client: ClientEntity; readonly key: string }> {
  const { associationId, name, displayName, kind, keyMode, signInMode, redirectUris = [] } = wanted;
  const scopes = wanted.scopes ?? usualScopes(wanted);
  const key = wanted.key ?? newClientKey({ kind, mode: keyMode }, parts.random);
  refuseMisfits(wanted, key, parts.settings.realmMode);

  const client = Object.assign(new ClientEntity(), {
    id: newId<'Client'>(parts.clock, parts.random),
    associationId,
    name,
    displayNameFr: displayName?.fr ?? null,
    displayNameEn: displayName?.en ?? null,
    kind,
    keyMode,
    signInMode,
    publishableKey: kind === 'PUBLISHABLE' ? key : null,
    scopes: [...scopes],
    publicKeys: null,
    backchannelLogoutUri: null,
    registeredAt: parts.clock.now(),
    lastUsedAt: null,
    rotatedAt: null,
    revokedAt: null,
  });
  await tx.insert(ClientEntity, client);
  await tx.insert(ClientKeyEntity, keyOf(client, key, client.registeredAt));
  await tx.insert(
    ClientOriginEntity,
    wanted.origins.map(origin => ({ clientId: client.id, origin })),
  );
  await tx.insert(
    ClientPageEntity,
    wanted.pages.map(page => ({ clientId: client.id, ...page })),
  );
  await tx.insert(
    ClientRedirectUriEntity,
    redirectUris.map(uri => ({ clientId: client.id, purpose: 'SIGN_IN' as const, uri })),
  );
  await recordAudit(parts, tx, {
    act: 'registerClient',
    subjectKind: 'Client',
    subjectId: client.id,
    associationId,
    after: {
      name,
      displayName: displayName ?? null,
      kind,
      keyMode,
      signInMode,
      scopes,
      origins: wanted.origins,
      pages: wanted.pages,
      redirectUris,
    },
  });
  return { client, key };
}

const usualScopes = ({ kind, keyMode }: NewClient): readonly ClientScope[] =>
  kind === 'PUBLISHABLE'
    ? []
    : CLIENT_SCOPES.filter(scope => keyMode === 'TEST' || scope !== ClientScope.TEST_REALM);

/** The row of a key that is current from now on. */
export const keyOf = (
  { id: clientId }: Pick<ClientEntity, 'id'>,
  key: string,
  madeAt: Date,
): ClientKeyEntity =>
  Object.assign(new ClientKeyEntity(), {
    digest: digest(key),
    clientId,
    madeAt,
    expiresAt: null,
    lastUsedAt: null,
  });

function refuseMisfits(
  { kind, keyMode, origins, pages, redirectUris = [], scopes = [] }: NewClient,
  key: string,
  realmMode: RealmMode,
): void {
  if (keyMode !== realmMode) throw new RangeError(`a ${realmMode} realm takes no ${keyMode} key`);

  const read = readClientKey(key);
  if (read?.kind !== kind || read.mode !== keyMode)
    throw new RangeError('the key does not look like its kind');
  if (kind === 'SECRET' && origins.length > 0) throw new RangeError('a secret key is not for browsers');

  if (kind === 'PUBLISHABLE' && scopes.length > 0) throw new RangeError('a publishable key has no scopes');

  const badOrigin = origins.find(origin => !isClientOrigin(origin, keyMode));
  if (badOrigin !== undefined) throw new RangeError(`${badOrigin} is no origin that may call`);

  const badPage = pages.find(page => !isClientPage(page.url, keyMode));
  if (badPage !== undefined) throw new RangeError(`${badPage.url} is no address that mails may link to`);

  const badUri = redirectUris.find(uri => !isRedirectUri(uri, keyMode));
  if (badUri !== undefined) throw new RangeError(`${badUri} is no address to return to`);
}
