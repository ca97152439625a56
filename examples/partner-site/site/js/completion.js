import { addressOf, affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { drawDocumentLinks } from './document-links.js';
import { drawForm } from './draw-form.js';
import { h } from './element.js';
import { forgetSecret, heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';
import { drawPasswordRules } from './password-rules.js';
import { refusalOf } from './refusal.js';
import { drawSupport, drawWays } from './ways.js';

reloadForNewSecret('token');

/** A letter brought the person here: opening the page changes nothing, the form opens their account. */
await openPage(async ({ realm }) => {
  const held = heldSecret('token');
  if (held === null) return [h('p', {}, words.completion.noLink), drawSupport(realm.support)];
  const place = h('div');
  const link = await affilia.recovery.completionLink(held.secret);
  place.append(...(link.ok ? drawOpening(link.value, held.secret, place) : drawOver(link.problem)));
  return [place];
});

/** The greeting, and the form of the service. */
function drawOpening({ association, greeting, expiresAt, form, documents, passwordPolicy }, token, place) {
  const lead = [h('p', {}, greeting), h('p', {}, words.completion.lastDay(dayOf(expiresAt, association)))];
  if (form === null) return [...lead, drawSupport(association.support)];
  const send = async answers => {
    const outcome = await affilia.recovery.completeFirstAccess({ ...answers, token });
    if (outcome.ok) {
      forgetSecret();
      location.replace(addressOf('profile.html', { notice: 'welcome-by-letter' }));
      return null;
    }
    if (!outcome.problem.__typename.startsWith('CompletionLink')) return refusalOf(outcome.problem);
    place.replaceChildren(...drawOver(outcome.problem));
    place.querySelector('.summary').focus();
    return null;
  };
  const extras = field => [
    ...drawDocumentLinks(documents, field, association),
    ...drawPasswordRules(field, passwordPolicy),
  ];
  return [...lead, drawForm(form, { send, extras }).element];
}

/** A link that is of no use, with the reason and the way on. */
function drawOver({ message, next }) {
  forgetSecret();
  return [h('div', { class: 'summary', tabindex: '-1' }, h('p', {}, message)), ...drawWays([next])];
}
