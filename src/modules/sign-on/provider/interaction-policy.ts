import { interactionPolicy } from 'oidc-provider';
import type { Settings } from '../../../platform/context.ts';
import { isAccountClient } from './account-client.ts';
import { factsOf } from './sign-on-client.ts';

/** What stands between a request and its code. */
export function interactionsOf({
  staffSessionIdleMinutes,
}: Pick<Settings, 'staffSessionIdleMinutes'>): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  // The sites are partners of the realm: what they may know is decided by contract and scope, not by a click.
  policy.remove('consent');

  // A tool shows other people's data: a password that was given elsewhere long ago must not open it. A `max_age` comes
  // through the browser, where anybody can raise it, so that it may ask for less and never for more.
  const ofTool = new interactionPolicy.Check(
    'old_password',
    'the password was given too long ago for a tool',
    'login_required',
    ({ oidc }) => {
      const { client, session } = oidc;
      const isTool = client && factsOf(client).kind === 'SECRET' && !isAccountClient(client.clientId);
      return isTool === true && session?.past(staffSessionIdleMinutes * 60) === true;
    },
  );
  policy.get('login')?.checks.add(ofTool);
  return policy;
}
