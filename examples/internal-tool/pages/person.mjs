import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawFacts, pageOf } from '../lists.mjs';
import { drawMails } from '../mails.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';
import { assignStaffWay } from './assign-staff.mjs';
import { factorResetWay } from './factor-reset.mjs';
import { issueInvoiceWay } from './issue-invoice.mjs';
import { letterWay } from './letters.mjs';
import { lostAddressWay } from './lost-address.mjs';
import { mergePersonWay } from './merge.mjs';

/** @typedef {import('@affilia/sdk/people').PersonOnFile} PersonOnFile */

/**
 * What else staff can do for the person: each page that starts here adds its link.
 *
 * @type {readonly ((visit: import('../visit.mjs').Visit, person: PersonOnFile) => { to: string, label: string } | null)[]}
 */
const ACTS = [letterWay, factorResetWay, lostAddressWay, assignStaffWay, mergePersonWay, issueInvoiceWay];

/** The record of a person: who they are, their account, and what was mailed to them. @type {import('../visit.mjs').Page} */
export const person = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const id = address.searchParams.get('person') ?? '';
    const found = await portal.people.get(id);
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const mails = await portal.mails.ofPerson(id).page(pageOf(address));
    const acts = ACTS.flatMap(act => act(visit, found) ?? []);

    return {
      title: found.displayName,
      content: html`
        ${drawTold(visit)}
        <h2>${words.people.record}</h2>
        ${drawRecord(visit, found)}
        ${
          acts.length > 0 &&
          html`<h2>${words.people.acts}</h2>
            <ul class="plain">
              ${acts.map(({ to, label }) => html`<li><a class="way" href="${to}">${label}</a></li>`)}
            </ul>`
        }
        <h2 id="mails">${words.people.mails.title}</h2>
        ${drawMails(visit, mails, { person: id, timeZone: body.timeZone })}
        <p><a class="way" href="${linkTo('people')}">${words.people.toList}</a></p>
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {PersonOnFile} person */
function drawRecord({ words }, { contactEmail, workPhoneFormatted, locale, login }) {
  const { facts, addressNotes } = words.people;
  const addresses = login?.addresses.map(({ maskedAddress, primary, verified }) => {
    const notes = [primary && addressNotes.primary, !verified && addressNotes.unverified].filter(Boolean);
    return html`<li>${maskedAddress}${notes.length > 0 && html` (${notes.join(', ')})`}</li>`;
  });
  return html`${drawFacts([
    [facts.contactEmail, contactEmail],
    [facts.workPhone, workPhoneFormatted],
    [facts.language, words.people.languages[locale]],
    [facts.account, login?.stateLabel ?? words.people.noAccount],
    [
      facts.addresses,
      addresses &&
        addresses.length > 0 &&
        html`<ul class="plain">
          ${addresses}
        </ul>`,
    ],
  ])}
  ${login && html`<p>${words.people.masked}</p>`}`;
}
