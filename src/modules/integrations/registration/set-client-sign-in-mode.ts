import type { ClientId } from '../../../kernel/id.ts';
import type { CallingClient, Context } from '../../../platform/context.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { refuse } from '../../../platform/problem.ts';
import { ClientEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import { RealmAdministratorNeeded } from './client.problems.ts';
import { clientForMode } from './clients-in-care.ts';

export interface SetClientSignInMode {
  readonly clientId: string;
  readonly signInMode: CallingClient['signInMode'];
}

/**
 * Says where people who come from a client type their password. Every association of the realm trusts its members'
 * passwords to such a client, so letting one take them is for a realm administrator; taking that back is for whoever
 * looks after the client.
 */
export async function setClientSignInMode(
  context: Context,
  { clientId, signInMode }: SetClientSignInMode,
): Promise<ClientId> {
  demandFreshSignIn(context);
  const { client, byRealmAdministrator } = await clientForMode(context, clientId);
  if (signInMode === 'DIRECT' && !byRealmAdministrator) refuse(new RealmAdministratorNeeded());

  return changeClient(context, client, {
    act: 'setClientSignInMode',
    before: { signInMode: client.signInMode },
    after: { signInMode },
    apply: tx => tx.update(ClientEntity, { id: client.id }, { signInMode }),
  });
}
