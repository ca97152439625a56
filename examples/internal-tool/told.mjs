import { drawOutcome, drawRefusal } from './refusal.mjs';

/** What the last act came to. @typedef {{ done: string } | { refused: string }} Told */

/**
 * Back to a page, which says what was done: reloading it does nothing again.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {string} page
 * @param {Told} told
 * @param {Record<string, string | null>} parameters
 */
export const tellAt = ({ person, linkTo }, page, told, parameters = {}) => ({
  to: linkTo(page, { ...parameters, outcome: person?.tell(told) }),
});

/** @param {import('./visit.mjs').Visit} visit */
export function drawTold({ person, address }) {
  const told = /** @type {Told | null} */ (person?.toldAs(address.searchParams.get('outcome')) ?? null);
  if (!told) return null;
  return 'refused' in told ? drawRefusal({ message: told.refused }) : drawOutcome(told.done);
}
