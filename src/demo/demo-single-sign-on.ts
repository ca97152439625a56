import { LOCALES } from '../kernel/locale.ts';
import { toPublicId } from '../kernel/id.ts';
import {
  ClientEntity,
  ClientOriginEntity,
  ClientRedirectUriEntity,
  registerClient,
} from '../modules/integrations/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import type { AddedBodies } from './add-demo-bodies.ts';

/** An institute and the national body above it: to a browser, two names of one machine are two sites. */
const SITES = [
  { host: 'localhost', association: 'oppi' },
  { host: '127.0.0.1', association: 'icu' },
] as const;

const keyOf = (association: string): string =>
  `affilia_pk_test_${association}-second-site-of-the-demonstration`;

/** Registers the sites that send their people to the realm's own sign-in. */
export async function addSingleSignOnSites(parts: Parts, tx: Tx, associationOf: AddedBodies): Promise<void> {
  for (const { association } of SITES) {
    const { id: associationId, shortNameFr, shortNameEn } = associationOf(association);
    await registerClient(parts, tx, {
      associationId,
      name: 'second-site',
      displayName: { fr: `Adhésions ${shortNameFr}`, en: `${shortNameEn} memberships` },
      kind: 'PUBLISHABLE',
      keyMode: 'TEST',
      signInMode: 'HOSTED',
      key: keyOf(association),
      origins: [],
      pages: [],
    });
  }
}

/** Where people return to moves with the port, like everything that is served beside the API. */
export async function placeSingleSignOnSites(tx: Tx, port: number): Promise<void> {
  for (const { host, association } of SITES) {
    const client = await tx.findOneBy(ClientEntity, { publishableKey: keyOf(association) });
    if (!client) continue;
    const { id: clientId } = client;
    const origin = `http://${host}:${port}`;
    await tx.upsert(ClientOriginEntity, [{ clientId, origin }], ['clientId', 'origin']);
    const uris = LOCALES.map(locale => `${origin}/${locale.slice(0, 2)}/`).flatMap(folder => [
      { clientId, purpose: 'SIGN_IN' as const, uri: `${folder}signed-in.html` },
      { clientId, purpose: 'SIGN_OUT' as const, uri: folder },
    ]);
    await tx.upsert(ClientRedirectUriEntity, uris, ['clientId', 'purpose', 'uri']);
  }
}

/** What the site under this host must know of itself; null where there is none. */
export async function singleSignOnSiteOn(
  { db }: Pick<Parts, 'db'>,
  host: string,
): Promise<{ readonly clientKey: string; readonly clientId: string } | null> {
  const site = SITES.find(one => one.host === host);
  if (!site) return null;
  const clientKey = keyOf(site.association);
  const client = await db.entities.findOneBy(ClientEntity, { publishableKey: clientKey });
  return client && { clientKey, clientId: toPublicId('Client', client.id) };
}
