import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { invitations } from '@affilia/sdk/invitations';
import { organizations } from '@affilia/sdk/organizations';
import { people } from '@affilia/sdk/people';

/** @typedef {ReturnType<typeof connect>} Portal */

/**
 * The portal as one person sees it: through the staff's tool with a secret key, through the website with its
 * publishable one.
 *
 * @param {{ endpoint: string, locale: 'fr-CA' | 'en-CA' }} setting
 * @param {string} clientKey
 */
export const connect = ({ endpoint, locale }, clientKey) =>
  createAffilia({ endpoint, clientKey, locale, use: { accounts, invitations, organizations, people } });

/**
 * The value of an act that must go well here.
 *
 * @template Value
 * @param {import('@affilia/sdk').Outcome<Value, { __typename: string, message: string }>} outcome
 * @returns {Value}
 */
export function done(outcome) {
  if (!outcome.ok) throw new TourStopped(outcome.problem.message);
  return outcome.value;
}

/** The tour cannot go on; the message says why, in the language of the tour. */
export class TourStopped extends Error {}
