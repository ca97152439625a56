import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { clientFactsById } from './client-facts.ts';
import { mayManageClients } from './client.policy.ts';
import { Client } from './client.type.ts';

export const integrationsNodes: NodeSources = [
  nodeSource('Client', async (context, id) => {
    const facts = await context.load(clientFactsById, id);
    return facts && (await mayManageClients(context, facts.associationId)) ? new Client(facts) : null;
  }),
];
