import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { ClientOriginEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import { clientToChange } from './clients-in-care.ts';
import { demandGrantAnew, leadsElsewhere } from './demand-grant-anew.ts';
import { readOrigins } from './read-addresses.ts';

export interface SetClientOrigins {
  readonly clientId: string;
  readonly origins: readonly string[];
}

/** Says from where the pages of a site call. Those that are left out may no longer, from the next request on. */
export async function setClientOrigins(context: Context, input: SetClientOrigins): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const origins = readOrigins(issues, client, input.origins);
  issues.refuseIfAny();
  await demandGrantAnew(context, client, leadsElsewhere(client, origins));

  const { id: clientId } = client;
  return changeClient(context, client, {
    act: 'setClientOrigins',
    before: { origins: client.origins },
    after: { origins },
    async apply(tx) {
      await tx.delete(ClientOriginEntity, { clientId });
      await tx.insert(
        ClientOriginEntity,
        origins.map(origin => ({ clientId, origin })),
      );
    },
  });
}
