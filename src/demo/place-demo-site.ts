import { In } from 'typeorm';
import { toPublicId } from '../kernel/id.ts';
import { LOCALES, type Locale } from '../kernel/locale.ts';
import { AssociationDocumentEntity, DocumentKind } from '../modules/associations/index.ts';
import {
  ClientEntity,
  ClientOriginEntity,
  ClientPageEntity,
  ClientRedirectUriEntity,
  type ClientPage,
} from '../modules/integrations/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { DEMO_TREES, demoSiteKey, type DemoTree } from './demo-clients.ts';

const PAGES: readonly (readonly [ClientPage, string])[] = [
  ['INVITATION', 'invitation.html'],
  ['EMAIL_CONFIRMATION', 'email-confirmation.html'],
  ['PASSWORD_RESET', 'password-reset.html'],
  ['COMPLETION', 'completion.html'],
  ['INVOICE', 'invoice.html'],
];
const TEXTS: readonly (readonly [DocumentKind, string])[] = [
  [DocumentKind.TERMS, 'terms.html'],
  [DocumentKind.PRIVACY, 'privacy.html'],
];

/** The example site is served beside the API: when that moves to another port, links and origins move with it. */
export async function placeDemoSite(tx: Tx, sitePort: number): Promise<void> {
  for (const tree of DEMO_TREES) {
    const client = await tx.findOneBy(ClientEntity, { publishableKey: demoSiteKey(tree) });
    if (!client) continue;
    const { id: clientId, associationId } = client;
    const address = (locale: Locale, file: string): string =>
      `http://localhost:${sitePort}/${locale.slice(0, 2)}/${file}${queryOf(tree)}`;

    const origins = [`http://localhost:${sitePort}`, `http://127.0.0.1:${sitePort}`];
    await tx.upsert(
      ClientOriginEntity,
      origins.map(origin => ({ clientId, origin })),
      ['clientId', 'origin'],
    );
    for (const locale of LOCALES) {
      const pages = PAGES.map(([page, file]) => ({ clientId, page, locale, url: address(locale, file) }));
      await tx.upsert(ClientPageEntity, pages, ['clientId', 'page', 'locale']);
    }
    // Its people may also sign in on the realm's page.
    const folders = origins.flatMap(origin => LOCALES.map(locale => `${origin}/${locale.slice(0, 2)}`));
    const uris = folders.map(folder => ({
      clientId,
      purpose: 'SIGN_IN' as const,
      uri: `${folder}/signed-in.html${queryOf(tree)}`,
    }));
    await tx.upsert(ClientRedirectUriEntity, uris, ['clientId', 'purpose', 'uri']);
    for (const [kind, file] of TEXTS) {
      const urls = { urlFr: address('fr-CA', file), urlEn: address('en-CA', file) };
      await tx.update(AssociationDocumentEntity, { associationId, kind }, urls);
    }
  }
}

/** The ids of the site's clients, one for each tree. */
export async function demoSiteIds({ db }: Pick<Parts, 'db'>): Promise<Readonly<Record<string, string>>> {
  const clients = await db.entities.findBy(ClientEntity, { publishableKey: In(DEMO_TREES.map(demoSiteKey)) });
  const idOf = (tree: DemoTree) => clients.find(client => client.publishableKey === demoSiteKey(tree))?.id;
  return Object.fromEntries(
    DEMO_TREES.flatMap(tree => {
      const id = idOf(tree);
      return id ? [[tree, toPublicId('Client', id)]] : [];
    }),
  );
}

/** One site serves every tree; for those other than its own, the address says which. */
const queryOf = (tree: DemoTree): string => (tree === 'aqpm' ? '' : `?association=${tree}`);
