import { drawButton } from './button.mjs';
import { dayOf } from './dates.mjs';
import { html } from './html.mjs';
import { drawFacts } from './lists.mjs';
import { openForBody } from './staff.mjs';
import { tellAt } from './told.mjs';

/** @typedef {import('./visit.mjs').Visit} Visit */
/** @typedef {NonNullable<import('@affilia/sdk/treasury').InvoiceInCare['billTo']>} BillTo */
/** @typedef {Omit<import('@affilia/sdk/treasury').BillToChange, 'invoice'>} Change */

/**
 * A change of addressee that waits for a second person, and what is decided about it.
 *
 * @param {Visit} visit
 * @param {Change} change
 * @param {{ timeZone: string }} body
 * @param {{ heading: string, billTo: BillTo | null }} invoice
 */
export function drawBillToChange(visit, change, { timeZone }, { heading, billTo }) {
  const { words, locale } = visit;
  const say = words.invoices.billToChange;
  const { id, name, attention, viewerCan } = change;
  return html`<h2>${heading}</h2>
    ${drawFacts([
      [say.facts.now, billTo && joined(billTo.name, billTo.attention, addressOf(billTo))],
      [say.facts.name, name],
      [say.facts.attention, attention],
      [say.facts.address, addressOf(change)],
      [say.facts.askerName, change.askerName],
      [say.facts.askedAt, dayOf(change.askedAt, locale, timeZone)],
    ])}
    ${!viewerCan.approve && html`<p>${say.second}</p>`}
    <div class="acts">
      ${viewerCan.approve && drawButton(visit, say.approve(heading), { act: 'approve', change: id })}
      ${viewerCan.decline && drawButton(visit, say.decline(heading), { act: 'decline', change: id })}
    </div>`;
}

/** @param {(string | null)[]} parts */
const joined = (...parts) => parts.filter(Boolean).join(', ');

/** @param {Change | BillTo} addressee */
const addressOf = ({ street, street2, city, province, postalCode, country }) =>
  joined(street, street2, [city, province, postalCode, country].filter(Boolean).join(' '));

/**
 * Does what was pressed, and goes back to the page on which it stood.
 *
 * @param {Visit} visit
 * @param {string} page
 * @param {Record<string, string | null>} parameters
 */
export async function decideBillToChange(visit, page, parameters = {}) {
  const { form, words } = visit;
  const { portal } = await openForBody(visit);
  const input = { billToChangeId: form.get('change') ?? '', idempotencyKey: form.get('key') };
  const isApproval = form.get('act') === 'approve';
  const outcome = isApproval
    ? await portal.treasury.approveBillToChange(input)
    : await portal.treasury.declineBillToChange(input);
  const say = words.invoices.billToChange;
  const done = isApproval ? say.approved : say.declined;
  return tellAt(visit, page, outcome.ok ? { done } : { refused: outcome.problem.message }, parameters);
}
