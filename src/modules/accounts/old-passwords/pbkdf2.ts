import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { OldScheme } from '../../../platform/secrets/passwords.ts';
import { sameText } from './same-text.ts';

const derive = promisify(pbkdf2);

const DIGEST_BYTES = { sha1: 20, sha256: 32, sha512: 64 } as const;

/** Django writes about a million. */
const MOST_ITERATIONS = 2_000_000;

export interface Pbkdf2Hash {
  readonly algorithm: keyof typeof DIGEST_BYTES;
  readonly iterations: number;
  readonly salt: Buffer;
  readonly digest: Buffer;
}

/** A scheme that is PBKDF2 under whatever spelling. */
export const pbkdf2Scheme = (read: (stored: string) => Pbkdf2Hash | null): OldScheme => ({
  knows(stored) {
    const hash = read(stored);
    return hash !== null && isAffordable(hash);
  },
  async verify(stored, password) {
    const hash = read(stored);
    if (!hash) return false;
    const { algorithm, iterations, salt, digest } = hash;
    const made = await derive(password, salt, iterations, digest.length, algorithm);
    return sameText(made.toString('base64'), digest.toString('base64'));
  },
});

const isAffordable = ({ algorithm, iterations, digest }: Pbkdf2Hash): boolean =>
  iterations >= 1 && iterations <= MOST_ITERATIONS && digest.length === DIGEST_BYTES[algorithm];

const FORM = /^\$pbkdf2(?:-(sha256|sha512))?\$(\d{1,9})\$([./0-9A-Za-z]{0,200})\$([./0-9A-Za-z]{27,86})$/;

/**
 * `$pbkdf2$`, `$pbkdf2-sha256$` or `$pbkdf2-sha512$`, iterations, salt, digest; in base64 without padding and with a
 * full stop for the plus sign. Without a name the digest is SHA-1.
 */
export const pbkdf2Text = pbkdf2Scheme(stored => {
  const [, named, iterations, salt, digest] = FORM.exec(stored) ?? [];
  if (salt === undefined || digest === undefined) return null;
  const algorithm = named === 'sha256' || named === 'sha512' ? named : 'sha1';
  return { algorithm, iterations: Number(iterations), salt: bytesOf(salt), digest: bytesOf(digest) };
});

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('.', '+'), 'base64');
