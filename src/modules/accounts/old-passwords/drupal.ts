import { createHash } from 'node:crypto';
import type { OldScheme } from '../../../platform/secrets/passwords.ts';
import { sameText } from './same-text.ts';
import { roundsOf, stretchedDigest } from './stretched-digest.ts';

const FORM = /^(U?)\$S\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{43})$/;

/** Drupal 7 writes 2^15, its successors 2^16. */
const MOST_ROUNDS = 2 ** 17;

/** Drupal's hashes; `U$S$` was made of a Drupal 6 hash, the md5 of the password. */
export const drupal: OldScheme = {
  knows(stored) {
    const [, , letter] = FORM.exec(stored) ?? [];
    return letter !== undefined && roundsOf(letter) <= MOST_ROUNDS;
  },
  async verify(stored, password) {
    const [, updated, letter = '', salt = '', digest = ''] = FORM.exec(stored) ?? [];
    const hashed = updated === 'U' ? createHash('md5').update(password).digest('hex') : password;
    const made = await stretchedDigest({ algorithm: 'sha512', rounds: roundsOf(letter), salt }, hashed);
    // Drupal keeps the beginning alone.
    return sameText(made.slice(0, digest.length), digest);
  },
};
