import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import type { ClientFacts } from './client-facts.ts';
import { mayGrantDirectSignIn } from './client.policy.ts';
import { RealmAdministratorNeeded } from './client.problems.ts';

/**
 * A client that takes passwords was granted them where it stands and to whom holds its keys: leading it elsewhere, or
 * handing out another key, is granting that anew. Everybody else's site sends people to the realm's page.
 */
export async function demandGrantAnew(
  context: Context,
  { signInMode }: Pick<ClientFacts, 'signInMode'>,
  isMore: boolean,
): Promise<void> {
  if (isMore && signInMode === 'DIRECT' && !(await mayGrantDirectSignIn(context)))
    refuse(new RealmAdministratorNeeded());
}

/** Whether any of these addresses is at an origin where the client has neither pages nor scripts now. */
export function leadsElsewhere(
  { origins, pages }: Pick<ClientFacts, 'origins' | 'pages'>,
  addresses: readonly string[],
): boolean {
  const known = new Set([...origins, ...pages.map(({ url }) => originOf(url))]);
  return addresses.some(address => !known.has(originOf(address)));
}

const originOf = (address: string): string => new URL(address).origin;
