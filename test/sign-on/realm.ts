import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toPublicId, type ClientId } from '../../src/kernel/id.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { openPortal, type Portal, type PortalOptions } from '../support/portal.ts';

export interface Realm extends Portal {
  /** Under which browsers know it, and its issuer. */
  readonly issuer: string;
}

/** A portal that is reached under the address that it knows as its own. */
export async function openRealm(options: PortalOptions = {}): Promise<Realm> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const portal = await openPortal({ ...options, port, settings: { publicUrl: issuer, ...options.settings } });
  return { ...portal, issuer };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

export interface Registered {
  readonly id: ClientId;
  readonly clientId: string;
  readonly key: string;
  readonly redirectUri: string;
  readonly signedOutUri: string;
}

export interface Wanted {
  readonly tree?: 'aqpm' | 'acps' | 'icu';
  readonly kind?: 'PUBLISHABLE' | 'SECRET';
  readonly name?: string;
  readonly origin?: string;
  readonly backchannelLogoutUri?: string | null;
  readonly publicKeys?: readonly object[];
}

/** A site that sends its people to the realm's sign-in. */
export async function givenSite(realm: Realm, wanted: Wanted = {}): Promise<Registered> {
  const {
    tree = 'aqpm',
    kind = 'PUBLISHABLE',
    origin = 'http://127.0.0.1:4999',
    name = `${tree} hosted`,
  } = wanted;
  const redirectUri = `${origin}/return`;
  const signedOutUri = `${origin}/signed-out`;
  const { client, key } = await realm.parts.db.transaction(async tx => {
    const registered = await registerClient(realm.parts, tx, {
      associationId: realm.world[tree].association.id,
      name,
      kind,
      keyMode: 'TEST',
      signInMode: 'HOSTED',
      origins: kind === 'PUBLISHABLE' ? [origin] : [],
      pages: [],
      redirectUris: [redirectUri],
    });
    const { id } = registered.client;
    await tx.query(`insert into client_redirect_uri (client_id, purpose, uri) values ($1, 'SIGN_OUT', $2)`, [
      id,
      signedOutUri,
    ]);
    await tx.query('update client set backchannel_logout_uri = $2, public_keys = $3 where id = $1', [
      id,
      wanted.backchannelLogoutUri ?? null,
      wanted.publicKeys ? JSON.stringify(wanted.publicKeys) : null,
    ]);
    return registered;
  });
  return { id: client.id, clientId: toPublicId('Client', client.id), key, redirectUri, signedOutUri };
}
