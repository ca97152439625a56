import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { CallingClient, Context, Parts, RealmMode } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { isClientOrigin, isClientPage } from './client-address.ts';
import { newClientKey, readClientKey } from './client-key.ts';
import type { ClientPage } from './client-page.ts';
import { ClientEntity, ClientOriginEntity, ClientPageEntity } from './client.entity.ts';

export interface NewClientPage {
  readonly page: ClientPage;
  readonly locale: Locale;
  readonly url: string;
}

export interface NewClient {
  readonly associationId: AssociationId;
  readonly name: string;
  readonly kind: CallingClient['kind'];
  readonly keyMode: RealmMode;
  readonly signInMode: CallingClient['signInMode'];
  /** Where the client's pages call from; a secret key has no business in a page and takes none. */
  readonly origins: readonly string[];
  readonly pages: readonly NewClientPage[];
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
  const { associationId, name, kind, keyMode, signInMode } = wanted;
  const key = wanted.key ?? newClientKey({ kind, mode: keyMode }, parts.random);
  refuseMisfits(wanted, key, parts.settings.realmMode);

  const client = Object.assign(new ClientEntity(), {
    id: newId<'Client'>(parts.clock, parts.random),
    associationId,
    name,
    kind,
    keyMode,
    signInMode,
    keyDigest: digest(key),
    publishableKey: kind === 'PUBLISHABLE' ? key : null,
    registeredAt: parts.clock.now(),
    revokedAt: null,
  });
  await tx.insert(ClientEntity, client);
  await tx.insert(
    ClientOriginEntity,
    wanted.origins.map(origin => ({ clientId: client.id, origin })),
  );
  await tx.insert(
    ClientPageEntity,
    wanted.pages.map(page => ({ clientId: client.id, ...page })),
  );
  await recordAudit(parts, tx, {
    act: 'registerClient',
    subjectKind: 'Client',
    subjectId: client.id,
    associationId,
    after: { name, kind, keyMode, signInMode, origins: wanted.origins, pages: wanted.pages },
  });
  return { client, key };
}

function refuseMisfits(
  { kind, keyMode, origins, pages }: NewClient,
  key: string,
  realmMode: RealmMode,
): void {
  if (keyMode !== realmMode) throw new RangeError(`a ${realmMode} realm takes no ${keyMode} key`);

  const read = readClientKey(key);
  if (read?.kind !== kind || read.mode !== keyMode)
    throw new RangeError('the key does not look like its kind');
  if (kind === 'SECRET' && origins.length > 0) throw new RangeError('a secret key is not for browsers');

  const badOrigin = origins.find(origin => !isClientOrigin(origin, keyMode));
  if (badOrigin !== undefined) throw new RangeError(`${badOrigin} is no origin that may call`);

  const badPage = pages.find(page => !isClientPage(page.url, keyMode));
  if (badPage !== undefined) throw new RangeError(`${badPage.url} is no address that mails may link to`);
}
