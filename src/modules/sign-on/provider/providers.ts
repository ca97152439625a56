import type { Provider } from 'oidc-provider';
import type { SigningKeys } from '../../../platform/secrets/signing-keys.ts';
import { RealmSigningKey } from './realm-signing-key.ts';

/** The provider of the moment. */
export interface Providers {
  current(): Promise<Provider>;
}

/**
 * The library takes its keys once and for all, ours rotate: it is made anew whenever they have changed. It holds
 * nothing of its own, so that nobody notices.
 */
export function followKeys(
  keys: SigningKeys,
  make: (keys: readonly RealmSigningKey[]) => Provider,
): Providers {
  let made: { readonly name: string; readonly provider: Provider } | null = null;

  return {
    async current() {
      const signer = await keys.signing();
      const published = await keys.published();
      const name = [signer.kid, ...published.map(({ kid }) => kid)].join(' ');
      if (made?.name !== name) {
        const inOrder = [...published].sort(
          (one, other) => Number(other.kid === signer.kid) - Number(one.kid === signer.kid),
        );
        const provider = make(
          inOrder.map(key => new RealmSigningKey(key, key.kid === signer.kid ? signer.privateKey : null)),
        );
        made = { name, provider };
      }
      return made.provider;
    },
  };
}
