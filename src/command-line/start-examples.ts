import { randomBytes } from 'node:crypto';
import type { Config } from '../config/index.ts';
import {
  DEMO_TREES,
  demoSiteIds,
  demoSiteKey,
  demoToolKey,
  serverSite,
  singleSignOnSiteOn,
} from '../demo/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Closers } from './closers.ts';
import {
  EXAMPLES_HOST,
  secondSitePortOf,
  serverSitePortOf,
  sitePortOf,
  toolPortOf,
} from './example-ports.ts';

/** What an example's `serve.mjs` offers: it knows the SDK and its own pages, nothing of this program. */
interface Example {
  serve(options: {
    readonly port: number;
    readonly host: string;
    readonly endpoint: string;
    readonly keys?: Readonly<Record<string, string>>;
    clientIds?(): Promise<Readonly<Record<string, string>>>;
    siteOn?(host: string): Promise<object | null>;
    client?(): Promise<object | null>;
    readonly cookieKey?: string;
  }): Promise<{ close(): Promise<void> }>;
}

/** Serves the demo sites beside the API, and the tool of the staff beside those. */
export async function startExamples(
  { port, publicUrl }: Config,
  parts: Parts,
  closers: Closers,
): Promise<void> {
  const endpoint = `${publicUrl}/graphql`;
  const keysOf = (keyOf: (tree: (typeof DEMO_TREES)[number]) => string): Record<string, string> =>
    Object.fromEntries(DEMO_TREES.map(tree => [tree, keyOf(tree)]));
  const examples = [
    {
      name: 'partner-site',
      port: sitePortOf(port),
      keys: keysOf(demoSiteKey),
      // Asked each time, here as below: a reset of the test data gives the clients other ids.
      clientIds: () => demoSiteIds(parts),
    },
    { name: 'internal-tool', port: toolPortOf(port), keys: keysOf(demoToolKey) },
    {
      name: 'second-site',
      port: secondSitePortOf(port),
      siteOn: (host: string) => singleSignOnSiteOn(parts, host),
    },
    {
      name: 'server-site',
      port: serverSitePortOf(port),
      client: () => serverSite(parts),
      // Whoever was signed in there signs in again after the next start.
      cookieKey: randomBytes(32).toString('base64'),
    },
  ];
  for (const { name, ...options } of examples) {
    const address = new URL(`../../examples/${name}/serve.mjs`, import.meta.url);
    const { serve } = (await import(address.href)) as Example;
    const server = await serve({ ...options, host: EXAMPLES_HOST, endpoint });
    closers.add(() => server.close());
  }
}
