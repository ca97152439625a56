import type { OldScheme } from '../../../platform/secrets/passwords.ts';
import { sameText } from './same-text.ts';
import { roundsOf, stretchedDigest } from './stretched-digest.ts';

const FORM = /^\$[PH]\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})$/;

/** WordPress writes 2^13. */
const MOST_ROUNDS = 2 ** 16;

/** phpass's portable hashes: `$P$` as WordPress writes them, `$H$` as phpBB does. */
export const phpass: OldScheme = {
  knows(stored) {
    const [, letter] = FORM.exec(stored) ?? [];
    return letter !== undefined && roundsOf(letter) <= MOST_ROUNDS;
  },
  async verify(stored, password) {
    const [, letter = '', salt = '', digest = ''] = FORM.exec(stored) ?? [];
    return sameText(
      await stretchedDigest({ algorithm: 'md5', rounds: roundsOf(letter), salt }, password),
      digest,
    );
  },
};
