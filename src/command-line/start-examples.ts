import type { Config } from '../config/index.ts';
import { DEMO_TREES, demoSiteKey, demoToolKey } from '../demo/index.ts';
import type { Closers } from './closers.ts';
import { EXAMPLES_HOST, sitePortOf, toolPortOf } from './example-ports.ts';

/** What an example's `serve.mjs` offers: it knows the SDK and its own pages, nothing of this program. */
interface Example {
  serve(options: {
    readonly port: number;
    readonly host: string;
    readonly endpoint: string;
    readonly keys: Readonly<Record<string, string>>;
  }): Promise<{ close(): Promise<void> }>;
}

/** Serves the demo partner site beside the API, and the tool of its staff beside that. */
export async function startExamples({ port, publicUrl }: Config, closers: Closers): Promise<void> {
  const endpoint = `${publicUrl}/graphql`;
  const keysOf = (keyOf: (tree: (typeof DEMO_TREES)[number]) => string): Record<string, string> =>
    Object.fromEntries(DEMO_TREES.map(tree => [tree, keyOf(tree)]));
  const examples = [
    { name: 'partner-site', port: sitePortOf(port), keys: keysOf(demoSiteKey) },
    { name: 'internal-tool', port: toolPortOf(port), keys: keysOf(demoToolKey) },
  ];
  for (const { name, ...options } of examples) {
    const address = new URL(`../../examples/${name}/serve.mjs`, import.meta.url);
    const { serve } = (await import(address.href)) as Example;
    const server = await serve({ ...options, host: EXAMPLES_HOST, endpoint });
    closers.add(() => server.close());
  }
}
