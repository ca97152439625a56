import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Tree, TreeNode } from '../association.policy.ts';

const bodies = statement<TreeNode & { readonly rootId: string }>(
  'association-trees',
  `select id, parent_id as "parentId", independent, root_id as "rootId" from association
   where root_id = any ($1::uuid[])`,
);

/** The bodies of a tree, by the id of its top. */
export const treeOf: Loader<string, Tree> = defineLoader(async ({ db }, rootIds: readonly string[]) => {
  const rows = await db.read(bodies, [rootIds]);
  return rootIds.map(rootId => new Map(rows.filter(row => row.rootId === rootId).map(row => [row.id, row])));
});
