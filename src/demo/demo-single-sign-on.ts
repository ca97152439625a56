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

/** The one that a server draws stands apart: in it, nobody's browser calls the API. */
const SERVER_SITE = 'aqpm';
const SERVER_SITE_KEY = `affilia_pk_test_${SERVER_SITE}-server-site-of-the-demonstration`;

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
  const { id: associationId, shortNameFr, shortNameEn } = associationOf(SERVER_SITE);
  await registerClient(parts, tx, {
    associationId,
    name: 'server-site',
    displayName: { fr: `Mon adhésion ${shortNameFr}`, en: `My ${shortNameEn} membership` },
    kind: 'PUBLISHABLE',
    keyMode: 'TEST',
    signInMode: 'HOSTED',
    key: SERVER_SITE_KEY,
    origins: [],
    pages: [],
  });
}

/** Where people return to moves with the port, like everything that is served beside the API. */
export async function placeSingleSignOnSites(tx: Tx, port: number): Promise<void> {
  for (const { host, association } of SITES) {
    const client = await tx.findOneBy(ClientEntity, { publishableKey: keyOf(association) });
    if (!client) continue;
    const { id: clientId } = client;
    const origin = `http://${host}:${port}`;
    await tx.upsert(ClientOriginEntity, [{ clientId, origin }], ['clientId', 'origin']);
    await returnTo(tx, clientId, { origin, page: 'signed-in.html' });
  }
}

/** The same of the site that a server draws. */
export async function placeServerSite(tx: Tx, port: number): Promise<void> {
  const client = await tx.findOneBy(ClientEntity, { publishableKey: SERVER_SITE_KEY });
  if (client) await returnTo(tx, client.id, { origin: `http://localhost:${port}`, page: 'signed-in' });
}

async function returnTo(
  tx: Tx,
  clientId: ClientEntity['id'],
  { origin, page }: { readonly origin: string; readonly page: string },
): Promise<void> {
  const uris = LOCALES.map(locale => `${origin}/${locale.slice(0, 2)}/`).flatMap(folder => [
    { clientId, purpose: 'SIGN_IN' as const, uri: `${folder}${page}` },
    { clientId, purpose: 'SIGN_OUT' as const, uri: folder },
  ]);
  await tx.upsert(ClientRedirectUriEntity, uris, ['clientId', 'purpose', 'uri']);
}

interface SignOnSite {
  readonly clientKey: string;
  readonly clientId: string;
}

/** What the site under this host must know of itself; null where there is none. */
export async function singleSignOnSiteOn(parts: Pick<Parts, 'db'>, host: string): Promise<SignOnSite | null> {
  const site = SITES.find(one => one.host === host);
  return site ? await siteOf(parts, keyOf(site.association)) : null;
}

export const serverSite = (parts: Pick<Parts, 'db'>): Promise<SignOnSite | null> =>
  siteOf(parts, SERVER_SITE_KEY);

async function siteOf({ db }: Pick<Parts, 'db'>, clientKey: string): Promise<SignOnSite | null> {
  const client = await db.entities.findOneBy(ClientEntity, { publishableKey: clientKey });
  return client && { clientKey, clientId: toPublicId('Client', client.id) };
}
