import { AffiliaError } from '../affilia-error.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';

const IV_BYTES = 12;
const KEY_BYTES = 32;

/** Writes and reads what only holders of the key may read or change (AES-256-GCM). */
export interface Seal {
  seal(text: string): Promise<string>;
  /** Null for what was not sealed by one of the keys, or under another name. */
  open(sealed: string): Promise<string | null>;
}

/** The first key seals; all of them open, so that a key can be replaced with nobody signed out. */
export async function createSeal(keys: readonly string[], name: string): Promise<Seal> {
  const imported = await Promise.all(keys.map(importKey));
  const [first] = imported;
  if (!first) throw new AffiliaError('BAD_REQUEST', 'cookieKey is missing');
  const algorithm = (iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(name),
  });

  return {
    async seal(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(algorithm(iv), first, new TextEncoder().encode(text));
      return toBase64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async open(sealed) {
      for (const key of imported) {
        try {
          const bytes = fromBase64url(sealed);
          const iv = bytes.slice(0, IV_BYTES);
          const opened = await crypto.subtle.decrypt(algorithm(iv), key, bytes.slice(IV_BYTES));
          return new TextDecoder().decode(opened);
        } catch {
          // Of another key, or forged: the next key may know.
        }
      }
      return null;
    },
  };
}

async function importKey(text: string): Promise<CryptoKey> {
  const bytes = bytesOf(text);
  if (bytes?.length !== KEY_BYTES)
    throw new AffiliaError('BAD_REQUEST', 'cookieKey must be 32 random bytes in base64');
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64url(text.trim());
  } catch {
    return null;
  }
}
