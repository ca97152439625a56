import { openPasswordReset } from '@affilia/sdk/flows';
import { drawAskForMail } from './ask-for-mail.js';
import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { forgetSecret, heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';
import { drawPasswordRules } from './password-rules.js';
import { refusalIn } from './refusal.js';
import { drawSupport, drawWays } from './ways.js';

const PANELS = { ASK: drawStart, CHOOSE: drawChoice, DONE: drawDone };

reloadForNewSecret('token');

await openPage(async ({ realm }) => {
  const flow = await openPasswordReset(affilia, { token: heldSecret('token')?.secret ?? null });
  const { state, error } = flow.snapshot();
  // The page says so, and can be tried again: the link is held.
  if (state === 'LINK') throw error;

  const place = h('div');
  const settle = snapshot => {
    if (snapshot.state === 'CHOOSE') return refusalIn(snapshot);
    replaceWith(place, ...draw());
    return null;
  };
  const draw = () => {
    const snapshot = flow.snapshot();
    if (snapshot.token === null) forgetSecret();
    return PANELS[snapshot.state](snapshot, { flow, settle, realm }).filter(Boolean);
  };
  place.append(...draw());
  return [place];
});

/** Where a link is asked for, with the reason when one that came is of no use. */
function drawStart({ problem }, { flow, realm }) {
  const reason = problem && h('div', { class: 'summary', tabindex: '-1' }, h('p', {}, problem.message));
  return [reason, drawAskForMail(realm.passwordResetForm, flow)];
}

/** The new password, after the greeting; the form has each rule in words. */
function drawChoice({ link, form, token }, { flow, settle, realm }) {
  const greeting = h('p', {}, link.greeting);
  if (form === null) return [greeting, drawSupport(realm.support)];
  const send = async answers => settle(await flow.choose(answers));
  const extras = field => drawPasswordRules(field, { resetToken: token });
  return [greeting, drawForm(form, { send, extras }).element];
}

function drawDone({ next }) {
  return [heading(2, words.recovery.done), h('p', {}, words.recovery.doneText), ...drawWays(next)];
}
