import type { Configuration } from 'oidc-provider';
import type { Settings } from '../../../platform/context.ts';
import type { Vault } from '../../../platform/secrets/vault.ts';

type Cookies = NonNullable<Configuration['cookies']>;

const ATTRIBUTES = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true } as const;

/**
 * Over https the names carry the prefixes that browsers enforce: the sign-in is bound to this very host, and a page
 * of a sign-in under way to its own path, so that two tabs do not disturb each other. A test realm on http has neither.
 */
export function cookiesOf({ publicUrl }: Pick<Settings, 'publicUrl'>, vault: Vault): Cookies {
  const secure = publicUrl.startsWith('https:');
  const host = secure ? '__Host-' : '';
  const path = secure ? '__Secure-' : '';
  return {
    names: {
      session: `${host}affilia-sign-on`,
      interaction: `${path}affilia-signing-in`,
      resume: `${path}affilia-going-on`,
    },
    long: { ...ATTRIBUTES, secure, path: '/' },
    short: { ...ATTRIBUTES, secure },
    keys: [vault.derive('cookies', 'sign-on').toString('base64url')],
  };
}
