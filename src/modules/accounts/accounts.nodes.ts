import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { accountById } from './account.loaders.ts';
import { Account } from './account.type.ts';

export const accountsNodes: NodeSources = [
  nodeSource('Account', async (context, id) => {
    const row = id === context.actor?.accountId ? await context.load(accountById, id) : null;
    return row && new Account(row);
  }),
];
