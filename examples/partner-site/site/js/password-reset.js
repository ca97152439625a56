import { drawAskForMail } from './ask-for-mail.js';
import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { forgetSecret, heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';
import { drawPasswordRules } from './password-rules.js';
import { refusalOf } from './refusal.js';
import { drawSupport, drawWays } from './ways.js';

reloadForNewSecret('token');

await openPage(async ({ realm }) => {
  const held = heldSecret('token');
  if (held === null) return [drawStart(realm)];
  const link = await affilia.recovery.passwordReset(held.secret);
  return link.ok ? [drawChoice(realm, held.secret, link.value)] : drawBackToStart(realm, link.problem);
});

/** The new password, after the greeting; the form has each rule in words. */
function drawChoice(realm, token, { greeting, form }) {
  const place = h('div', {}, h('p', {}, greeting));
  if (form === null) {
    place.append(drawSupport(realm.support));
    return place;
  }
  const send = async answers => {
    const outcome = await affilia.recovery.resetPassword({ ...answers, token });
    if (outcome.ok) {
      forgetSecret();
      const ways = drawWays([outcome.value.next]);
      replaceWith(place, heading(2, words.recovery.done), h('p', {}, words.recovery.doneText), ...ways);
      return null;
    }
    if (!isOver(outcome.problem)) return refusalOf(outcome.problem);
    replaceWith(place, ...drawBackToStart(realm, outcome.problem));
    return null;
  };
  place.append(
    drawForm(form, { send, extras: field => drawPasswordRules(field, { resetToken: token }) }).element,
  );
  return place;
}

/** A link that does not work leads back to where one is asked for, with the reason. */
function drawBackToStart(realm, problem) {
  forgetSecret();
  const reason = h('div', { class: 'summary', tabindex: '-1' }, h('p', {}, problem.message));
  return [reason, drawStart(realm)];
}

function isOver({ next }) {
  return next?.kind === 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD';
}

function drawStart({ passwordResetForm }) {
  return drawAskForMail(passwordResetForm, input => affilia.recovery.requestPasswordReset(input));
}
