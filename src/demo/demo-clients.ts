import { usePagesOf, type AssociationEntity } from '../modules/associations/index.ts';
import { registerClient } from '../modules/integrations/index.ts';
import type { Parts } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';

/** The tops of the demonstration's trees: each has its partner site and its internal tool. */
export const DEMO_TREES = ['aqpm', 'icu', 'acps', 'ouq'] as const;
export type DemoTree = (typeof DEMO_TREES)[number];

/** Test keys that anybody may know: a live realm refuses them by their prefix. */
export const demoSiteKey = (tree: DemoTree): string =>
  `affilia_pk_test_${tree}-partner-site-of-the-demonstration`;
export const demoToolKey = (tree: DemoTree): string =>
  `affilia_sk_test_${tree}-internal-tool-of-the-demonstration`;

/** Registers what calls for one tree: the example pages, wherever they are served, and the tool of its staff. */
export async function addDemoClients(
  parts: Parts,
  tx: Tx,
  tree: DemoTree,
  { id: associationId, shortNameFr, shortNameEn }: AssociationEntity,
): Promise<void> {
  const common = { associationId, keyMode: 'TEST', signInMode: 'DIRECT', origins: [], pages: [] } as const;
  const site = await registerClient(parts, tx, {
    ...common,
    name: 'partner-site',
    displayName: { fr: `Espace membre ${shortNameFr}`, en: `${shortNameEn} member area` },
    kind: 'PUBLISHABLE',
    key: demoSiteKey(tree),
  });
  await usePagesOf(tx, associationId, site.client.id);
  await registerClient(parts, tx, {
    ...common,
    name: 'internal-tool',
    displayName: { fr: `Outil du personnel ${shortNameFr}`, en: `${shortNameEn} staff tool` },
    kind: 'SECRET',
    key: demoToolKey(tree),
  });
}
