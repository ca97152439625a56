import { randomUUID } from 'node:crypto';
import { momentOf } from './dates.mjs';
import { drawHidden } from './fields.mjs';
import { html } from './html.mjs';
import { drawFacts, drawList } from './lists.mjs';

/** @typedef {import('@affilia/sdk/mails').Mail} Mail */

/**
 * What became of the mails to a person, each with the button that sends it again.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('@affilia/sdk').Page<Mail>} found
 * @param {{ person: string, timeZone: string }} of
 */
export function drawMails(visit, found, { person, timeZone }) {
  const { mails: words } = visit.words.people;
  if (found.totalCount === 0) return html`<p>${words.none}</p>`;
  return drawList(visit, found, {
    count: words.count,
    parameters: { person },
    draw: mail => html`
      <h3 lang="${languageOf(mail)}">${mail.subject}</h3>
      ${drawFate(visit, mail, timeZone)}
      <form method="post" action="${visit.linkTo('people/mails/resend', { person })}">
        ${drawHidden({ token: visit.browser.formToken, mail: mail.id, key: randomUUID() })}
        <button>${words.again(mail.subject)}</button>
      </form>
    `,
  });
}

/** @param {import('./visit.mjs').Visit} visit @param {Mail} mail @param {string} timeZone */
function drawFate({ words: { people }, locale }, mail, timeZone) {
  const { mails: words } = people;
  return drawFacts([
    [words.address, mail.maskedAddress],
    [words.state, html`<strong>${mail.stateLabel}</strong>`],
    [words.why, mail.faultLabel],
    [words.queued, momentOf(mail.queuedAt, locale, timeZone)],
    [words.nextTry, momentOf(mail.nextTryAt, locale, timeZone)],
    [words.settled[mail.state] ?? words.state, momentOf(mail.settledAt, locale, timeZone)],
  ]);
}

/** @param {Mail} mail */
const languageOf = ({ locale }) => (locale === 'FR_CA' ? 'fr-CA' : 'en-CA');
