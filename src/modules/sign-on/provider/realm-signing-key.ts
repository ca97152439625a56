import { createPublicKey, webcrypto, type KeyObject } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { ExternalSigningKey } from 'oidc-provider';
import type { PublicSigningKey } from '../../../platform/secrets/signing-key.ts';

/** A key of the realm as the provider signs and verifies with it. The private half never leaves its place. */
export class RealmSigningKey extends ExternalSigningKey {
  readonly #published: PublicSigningKey;
  readonly #privateKey: CryptoKey | null;

  /** Without a private half it only verifies what it signed before it retired, or will sign. */
  constructor(published: PublicSigningKey, privateKey: CryptoKey | null) {
    super();
    this.#published = published;
    this.#privateKey = privateKey;
  }

  override get kid(): string {
    return this.#published.kid;
  }

  override get alg(): string {
    return this.#published.alg;
  }

  override keyObject(): KeyObject {
    return createPublicKey({ key: { ...this.#published }, format: 'jwk' });
  }

  override async sign(data: Uint8Array): Promise<Uint8Array> {
    if (this.#privateKey === null) throw new Error('this key does not sign');
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    return new Uint8Array(await webcrypto.subtle.sign(algorithm, this.#privateKey, data));
  }
}
