import { randomBytes } from 'node:crypto';
import { usePagesOf } from '../../src/modules/associations/index.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import type { Portal } from './portal.ts';

/** What the example's `serve.mjs` offers. */
interface Example {
  serve(options: {
    readonly port: number;
    readonly endpoint: string;
    readonly keys: Readonly<Record<string, string>>;
  }): Promise<{ readonly url: string; close(): Promise<void> }>;
}

const example = async (): Promise<Example> =>
  (await import(new URL('../../examples/partner-site/serve.mjs', import.meta.url).href)) as Example;

/** The example partner site, served on an origin of its own. */
export interface Site {
  readonly url: string;
  readonly key: string;
  /** The address of a page in a language. */
  page(locale: 'fr-CA' | 'en-CA', name: string): string;
  close(): Promise<void>;
}

/** Serves the site with any keys, whoever they belong to, from an origin that nobody registered. */
export async function serveSite({ endpoint }: Portal, keys: Readonly<Record<string, string>>): Promise<Site> {
  const { serve } = await example();
  const { url, close } = await serve({ port: 0, endpoint, keys });
  const [key = ''] = Object.values(keys);
  return { url, key, page: (locale, name) => `${url}/${locale.slice(0, 2)}/${name}`, close };
}

/** Serves the site for these bodies, as a client of each, to whose pages the body's mails lead from now on. */
export async function openSite(
  portal: Portal,
  ...trees: readonly ('aqpm' | 'acps' | 'icu')[]
): Promise<Site> {
  const { parts, world } = portal;
  const keys = Object.fromEntries(
    trees.map(tree => [tree, `affilia_pk_test_${randomBytes(32).toString('base64url')}`]),
  );
  const site = await serveSite(portal, keys);
  const pageOf = (tree: string, locale: 'fr-CA' | 'en-CA', name: string): string =>
    `${site.page(locale, name)}${tree === trees[0] ? '' : `?association=${tree}`}`;
  for (const tree of trees) {
    const { association } = world[tree];
    await parts.db.transaction(async tx => {
      const { client } = await registerClient(parts, tx, {
        associationId: association.id,
        name: `${tree} example site`,
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode: 'DIRECT',
        key: keys[tree]!,
        origins: [site.url],
        pages: (['fr-CA', 'en-CA'] as const).flatMap(locale => [
          { page: 'INVITATION' as const, locale, url: pageOf(tree, locale, 'invitation.html') },
          {
            page: 'EMAIL_CONFIRMATION' as const,
            locale,
            url: pageOf(tree, locale, 'email-confirmation.html'),
          },
          { page: 'PASSWORD_RESET' as const, locale, url: pageOf(tree, locale, 'password-reset.html') },
          { page: 'COMPLETION' as const, locale, url: pageOf(tree, locale, 'completion.html') },
          { page: 'INVOICE' as const, locale, url: pageOf(tree, locale, 'invoice.html') },
        ]),
      });
      await usePagesOf(tx, association.id, client.id);
    });
  }
  return site;
}
