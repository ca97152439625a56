import { createPublicKey } from 'node:crypto';

/** A public key as JSON Web Key (RFC 7517), with which a client proves itself by `private_key_jwt`. */
export interface PublicKey {
  readonly kty: 'EC' | 'RSA' | 'OKP';
  readonly kid: string;
  readonly [member: string]: string;
}

/** Why a key set is not taken. */
export type KeySetFault = 'NOT_A_SET' | 'PRIVATE' | 'UNFIT' | 'TOO_MANY';

/** Room for the present pair, the next one and a spare. */
const MOST_KEYS = 5;
const ID = /^[\w.~:+/=-]{1,100}$/;
/** Numbers in base64url, and names of algorithms. */
const MEMBER = /^[\w-]+$/;
const LEAST_RSA_BITS = 2048;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const KEPT_MEMBERS = ['kty', 'kid', 'alg', 'use', 'crv', 'x', 'y', 'n', 'e'];
const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  Ed25519: ['EdDSA', 'Ed25519'],
  RSA: ['RS256', 'PS256'],
};

/** Reads a JSON Web Key Set of signing keys. A private key is refused as such: it is no secret any more. */
export function readPublicKeys(text: string): readonly PublicKey[] | KeySetFault {
  const keys = keysIn(text);
  if (keys === null) return 'NOT_A_SET';
  if (keys.some(key => PRIVATE_MEMBERS.some(member => member in key))) return 'PRIVATE';
  if (keys.length > MOST_KEYS) return 'TOO_MANY';

  const read = keys.flatMap(key => readKey(key) ?? []);
  const ids = new Set(read.map(({ kid }) => kid));
  return read.length === keys.length && ids.size === keys.length ? read : 'UNFIT';
}

type Members = Readonly<Record<string, unknown>>;

function keysIn(text: string): readonly Members[] | null {
  try {
    const { keys } = (JSON.parse(text) ?? {}) as { keys?: unknown };
    return Array.isArray(keys) && keys.every(isRecord) ? keys : null;
  } catch {
    return null;
  }
}

function readKey(members: Members): PublicKey | null {
  const entries = Object.entries(members).filter(([name]) => KEPT_MEMBERS.includes(name));
  const fit = ([name, value]: [string, unknown]): boolean =>
    typeof value === 'string' && (name === 'kid' ? ID : MEMBER).test(value);
  if (!entries.every(fit)) return null;
  const key = Object.fromEntries(entries) as unknown as PublicKey & { alg?: string; use?: string };
  if (!('kid' in key) || (key.use ?? 'sig') !== 'sig') return null;

  const algorithms = ALGORITHMS[key.kty === 'RSA' ? 'RSA' : (key['crv'] ?? '')] ?? [];
  const fits = key.alg === undefined ? algorithms.length > 0 : algorithms.includes(key.alg);
  return fits && isUsable(key) ? key : null;
}

function isUsable(key: PublicKey): boolean {
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: { ...key }, format: 'jwk' });
    return key.kty !== 'RSA' || (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
