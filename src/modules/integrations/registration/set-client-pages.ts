import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { ClientPageEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import type { PageFacts } from './client-facts.ts';
import { clientToChange } from './clients-in-care.ts';
import { demandGrantAnew, leadsElsewhere } from './demand-grant-anew.ts';
import { readPages } from './read-addresses.ts';

export interface SetClientPages {
  readonly clientId: string;
  readonly pages: readonly PageFacts[];
}

/** Says where a client's pages are that links in mails open. */
export async function setClientPages(context: Context, input: SetClientPages): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const pages = readPages(issues, client, input.pages);
  issues.refuseIfAny();
  const urls = pages.map(({ url }) => url);
  await demandGrantAnew(context, client, leadsElsewhere(client, urls));

  const { id: clientId } = client;
  return changeClient(context, client, {
    act: 'setClientPages',
    before: { pages: client.pages },
    after: { pages },
    async apply(tx) {
      await tx.delete(ClientPageEntity, { clientId });
      await tx.insert(
        ClientPageEntity,
        pages.map(page => ({ clientId, ...page })),
      );
    },
  });
}
