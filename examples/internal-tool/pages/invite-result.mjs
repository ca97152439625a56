import { html } from '../html.mjs';
import { drawOutcome } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('./invite.mjs').Draft} Draft */
/** @typedef {{ index: number, outcome: string, label: string }} Row */
/** @typedef {{ rows: readonly Row[], invitations: readonly Draft[], from: string }} Told */

/** @type {import('../visit.mjs').Page} */
export const inviteResult = {
  async get(visit) {
    const { words, person, address, linkTo } = visit;
    await openForBody(visit);
    const told = /** @type {Told | null} */ (person?.toldAs(address.searchParams.get('outcome')) ?? null);
    const toList = html`<p><a class="way" href="${linkTo('invitations')}">${words.result.toList}</a></p>`;
    if (!told)
      return {
        title: words.result.title,
        content: html`<p>${words.result.forgotten}</p>
          ${toList}`,
      };

    const { rows, invitations } = told;
    const sent = rows.filter(({ outcome }) => outcome === 'SENT').length;
    return {
      title: words.result.title,
      content: html`
        ${drawOutcome(words.result.sent(sent, rows.length))}
        <ol class="rows">
          ${rows.map(
            ({ index, outcome, label }) =>
              html`<li>
                <h2>${invitations[index]?.email}</h2>
                <p><strong>${label}</strong></p>
                ${words.result.todo[outcome] && html`<p>${words.result.todo[outcome]}</p>`}
              </li>`,
          )}
        </ol>
        ${sent < rows.length && html`<p><a class="way" href="${againWith(visit, told)}">${words.result.again}</a></p>`}
        ${toList}
      `,
    };
  },
};

/**
 * The same form, which finds there the lines that were not sent.
 *
 * @param {import('../visit.mjs').Visit} visit
 * @param {Told} told
 */
function againWith({ linkTo, address }, { from }) {
  const { organization, membership, person } = Object.fromEntries(new URLSearchParams(from));
  return linkTo('invite', { organization, membership, person, again: address.searchParams.get('outcome') });
}

/** @param {Told} told */
export const linesLeft = ({ rows, invitations }) =>
  rows.flatMap(({ index, outcome }) => (outcome === 'SENT' ? [] : (invitations[index] ?? [])));
