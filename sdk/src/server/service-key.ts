import { AffiliaError } from '../affilia-error.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';

/** The private half of a key pair whose public half is registered for the client. */
export interface ServiceKey {
  /** Under which the public half is registered; a JSON Web Key may say it itself. */
  readonly kid?: string;
  /** PKCS #8 in PEM, a JSON Web Key, or a key of Web Crypto that may sign. */
  readonly privateKey: string | JsonWebKey | CryptoKey;
}

/** By what the service proves itself, in the words of JOSE. */
export interface Signer {
  readonly kid: string | undefined;
  readonly alg: string;
  sign(text: string): Promise<string>;
}

interface Kind {
  /** In the words of JOSE. */
  readonly alg: string;
  /** In the words of Web Crypto: to import the key, and to sign with it. */
  readonly name: string;
  readonly hash: string;
  readonly namedCurve?: string;
  readonly saltLength?: number;
}

const P256: Kind = { alg: 'ES256', name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' };
const P384: Kind = { alg: 'ES384', name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' };
const ED25519: Kind = { alg: 'EdDSA', name: 'Ed25519', hash: '' };
const RSA: Kind = { alg: 'RS256', name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const RSA_PSS: Kind = { alg: 'PS256', name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 };

/** Reads a key once, whichever way it was given. */
export async function readServiceKey({ kid, privateKey }: ServiceKey): Promise<Signer> {
  if (typeof privateKey === 'string') return signerOf(await importPem(privateKey), kid);
  if (!('kty' in privateKey)) return signerOf(privateKey as CryptoKey, kid);
  const own = (privateKey as { readonly kid?: string }).kid;
  return signerOf(await importJwk(privateKey), kid ?? own);
}

function signerOf(key: CryptoKey, kid: string | undefined): Signer {
  const { name, namedCurve } = key.algorithm as KeyAlgorithm & { readonly namedCurve?: string };
  const kind = [P256, P384, ED25519, RSA, RSA_PSS].find(
    known => known.name === name && known.namedCurve === namedCurve,
  );
  if (!kind || !key.usages.includes('sign')) throw unfit();
  return {
    kid,
    alg: kind.alg,
    async sign(text) {
      const signed = await crypto.subtle.sign(kind, key, new TextEncoder().encode(text));
      return toBase64url(new Uint8Array(signed));
    },
  };
}

/** Trying says of which kind a key is without reading how its kind is written. */
async function importPem(pem: string): Promise<CryptoKey> {
  const [, body = ''] = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/.exec(pem) ?? [];
  for (const kind of [P256, P384, ED25519, RSA]) {
    try {
      const bytes = fromBase64url(body.replace(/\s/g, ''));
      return await crypto.subtle.importKey('pkcs8', bytes, kind, false, ['sign']);
    } catch {
      // Of another kind.
    }
  }
  throw unfit();
}

async function importJwk(jwk: JsonWebKey): Promise<CryptoKey> {
  const { kty, crv, alg } = jwk;
  const ofRsa = alg === 'PS256' ? RSA_PSS : RSA;
  const kind =
    kty === 'RSA' ? ofRsa : [P256, P384, ED25519].find(known => crv === (known.namedCurve ?? known.name));
  // The numbers alone: what else it says, such as its use, was written for its public half as well.
  const { d, e, n, p, q, dp, dq, qi, x, y } = jwk;
  const numbers = Object.entries({ d, e, n, p, q, dp, dq, qi, x, y }).filter(([, number]) => number);
  try {
    if (!kind) throw unfit();
    const key = { kty, ...(crv && { crv }), ...Object.fromEntries(numbers) } as JsonWebKey;
    return await crypto.subtle.importKey('jwk', key, kind, false, ['sign']);
  } catch {
    throw unfit();
  }
}

const unfit = (): AffiliaError =>
  new AffiliaError(
    'BAD_REQUEST',
    'privateKey must be a private key that signs with P-256, P-384, Ed25519 or RSA: PKCS #8 in PEM, a JSON Web Key, or a key of Web Crypto',
  );
