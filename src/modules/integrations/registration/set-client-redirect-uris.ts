import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { ClientEntity, ClientRedirectUriEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import { clientToChange } from './clients-in-care.ts';
import { readBackchannel, readRedirectUris } from './read-addresses.ts';

export interface SetClientRedirectUris {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri?: string | null;
}

/** Says where browsers are sent back to from the realm's pages, and where the client hears of sign-outs. */
export async function setClientRedirectUris(
  context: Context,
  input: SetClientRedirectUris,
): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const after = {
    redirectUris: readRedirectUris(issues, 'redirectUris', client, input.redirectUris),
    postLogoutRedirectUris: readRedirectUris(
      issues,
      'postLogoutRedirectUris',
      client,
      input.postLogoutRedirectUris,
    ),
    backchannelLogoutUri: readBackchannel(issues, client, input.backchannelLogoutUri),
  };
  issues.refuseIfAny();

  const { id: clientId, redirectUris, postLogoutRedirectUris, backchannelLogoutUri } = client;
  return changeClient(context, client, {
    act: 'setClientRedirectUris',
    before: { redirectUris, postLogoutRedirectUris, backchannelLogoutUri },
    after,
    async apply(tx) {
      await tx.delete(ClientRedirectUriEntity, { clientId });
      await tx.insert(ClientRedirectUriEntity, [
        ...after.redirectUris.map(uri => ({ clientId, purpose: 'SIGN_IN' as const, uri })),
        ...after.postLogoutRedirectUris.map(uri => ({ clientId, purpose: 'SIGN_OUT' as const, uri })),
      ]);
      await tx.update(ClientEntity, { id: clientId }, { backchannelLogoutUri: after.backchannelLogoutUri });
    },
  });
}
