import type { AccountId } from '../../src/kernel/id.ts';
import { clientOf } from '../../src/modules/accounts/actor-of.ts';
import type { Session } from '../../src/modules/accounts/index.ts';
import { startSession } from '../../src/modules/accounts/start-session.ts';
import { contextOf } from '../accounts/given-account.ts';
import type { Asked, Portal } from '../support/portal.ts';

/** Signs somebody in as a proved password would, at a tenth of its cost: good arguments need many people. */
export async function sessionOf(
  portal: Portal,
  account: { readonly id: AccountId },
  { clientKey }: Asked,
): Promise<Session> {
  const context = await contextOf(portal, clientKey ?? undefined);
  const { associationId } = clientOf(context);
  return portal.parts.db.transaction(tx => startSession(context, tx, account, { associationId }));
}
