import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { billing } from '@affilia/sdk/billing';
import { invitations } from '@affilia/sdk/invitations';
import { organizations } from '@affilia/sdk/organizations';
import { people } from '@affilia/sdk/people';
import { registrar } from '@affilia/sdk/registrar';
import { treasury } from '@affilia/sdk/treasury';

/** @typedef {ReturnType<typeof connect>} Portal */

/**
 * The portal as one person sees it: through the staff's tool with a secret key, through the website with its
 * publishable one.
 *
 * @param {{ endpoint: string, locale: 'fr-CA' | 'en-CA' }} setting
 * @param {string} clientKey
 */
export const connect = ({ endpoint, locale }, clientKey) =>
  createAffilia({
    endpoint,
    clientKey,
    locale,
    use: { accounts, billing, invitations, organizations, people, registrar, treasury },
  });

/**
 * An address of the product, reached as the tour reaches its API: what browsers call it may be unknown here.
 *
 * @param {string} endpoint
 * @param {string} address
 */
export const beside = (endpoint, address) => {
  const { pathname, search } = new URL(address);
  return new URL(pathname + search, endpoint);
};

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
