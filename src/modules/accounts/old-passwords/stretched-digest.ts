import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** This long the loop keeps everybody else waiting at most: a few milliseconds. */
const ROUNDS_AT_A_TIME = 1024;

/** Which digest is repeated, how often, and with what it begins. */
export interface Stretching {
  readonly algorithm: 'md5' | 'sha512';
  readonly rounds: number;
  readonly salt: string;
}

/** The digest that PHP's portable hashes repeat over the password, as they write it. */
export async function stretchedDigest(
  { algorithm, rounds, salt }: Stretching,
  password: string,
): Promise<string> {
  const typed = Buffer.from(password);
  let digest = createHash(algorithm).update(salt).update(typed).digest();
  for (let round = 1; round <= rounds; round++) {
    digest = createHash(algorithm).update(digest).update(typed).digest();
    if (round % ROUNDS_AT_A_TIME === 0) await others();
  }
  return inSixes(digest);
}

/** How many rounds the letter stands for. */
export const roundsOf = (letter: string): number => 2 ** ALPHABET.indexOf(letter);

/** Three bytes are four letters, the lowest bits first. */
function inSixes(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = bytes.subarray(at, at + 3);
    const value = three.reduce((sum, byte, place) => sum + byte * 256 ** place, 0);
    for (let letter = 0; letter <= three.length; letter++)
      text += ALPHABET[(value >> (6 * letter)) & 63] ?? '';
  }
  return text;
}
