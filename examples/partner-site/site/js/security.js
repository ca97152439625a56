import { drawAddressReplacement } from './address-replacement.js';
import { drawAddresses } from './addresses.js';
import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h } from './element.js';
import { drawLink } from './link-accounts.js';
import { drawMails } from './mails.js';
import { openMembersPage } from './page.js';
import { drawPasswordRules } from './password-rules.js';
import { refusalOf } from './refusal.js';
import { drawSecondFactors } from './second-factors.js';
import { drawSessions } from './sessions.js';
import { drawWays } from './ways.js';

await openMembersPage(async ({ realm }) => {
  const { passwordForm, emailForm } = await affilia.accounts.forms();
  const [replacement, addresses, factors, sessions, mails] = await Promise.all([
    drawAddressReplacement(realm),
    drawAddresses(),
    drawSecondFactors(realm),
    drawSessions(realm),
    drawMails(realm),
  ]);
  // A link to one of the sections came before they were drawn.
  requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
  return [
    ...(replacement ? [h('section', { id: 'address-replacement' }, replacement)] : []),
    h('section', { id: 'password' }, drawPasswordForm(passwordForm)),
    h('section', { id: 'email' }, drawEmailForm(emailForm)),
    h('section', { id: 'addresses' }, addresses.element),
    ...(addresses.linkForm ? [h('section', { id: 'link' }, drawLink(addresses))] : []),
    h('section', { id: 'factors' }, factors),
    h('section', { id: 'sessions' }, sessions),
    h('section', { id: 'mails' }, mails),
  ];
});

function drawPasswordForm(form) {
  const drawn = drawForm(form, {
    extras: field => drawPasswordRules(field),
    async send(answers) {
      const outcome = await affilia.accounts.changePassword(answers);
      if (!outcome.ok) return refusalOf(outcome.problem);
      drawn.element.reset();
      drawn.tell(words.passwordChanged);
      return null;
    },
  });
  return drawn.element;
}

function drawEmailForm(form) {
  const drawn = drawForm(form, {
    async send(answers) {
      const outcome = await affilia.accounts.requestEmailChange(answers);
      if (!outcome.ok) return refusalOf(outcome.problem);
      drawn.element.reset();
      drawn.tell(...drawWays([outcome.value.next]));
      return null;
    },
  });
  return drawn.element;
}
