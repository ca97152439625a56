import { drawSendAgain } from './ask-for-mail.js';
import { addressOf, words } from './connect.js';
import { dayOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { h, heading } from './element.js';
import { drawDocumentLinks } from './document-links.js';
import { forgetSecret } from './held-secret.js';
import { drawPasswordRules } from './password-rules.js';
import { drawWays } from './ways.js';

const say = words.invitation;

/** Asks for the code, filled in when a link brought it. */
export function drawCodePanel({ code }, { flow, settle, codeForm }) {
  const form = drawForm(codeForm, {
    filled: { code: code ?? '' },
    send: async answers => settle(await flow.enterCode(answers.code)),
  });
  return { form, nodes: [form.element] };
}

/** What is offered, the box for those who have an account, and the form of the service that goes with it. */
export function drawFormPanel(
  { invitation, steps, existingAccount, form, documents, code },
  { flow, settle, choose, typed },
) {
  const acts = {
    acceptInvitationWithNewAccount: flow.openAccount,
    signIn: flow.signInAndAccept,
    acceptInvitation: flow.accept,
  };
  const drawn = drawForm(form, {
    filled: { ...typed, 'input.code': code },
    extras: field => [
      ...drawDocumentLinks(documents, field, invitation.association),
      ...drawPasswordRules(field, { invitationCode: code }),
    ],
    async send(answers) {
      // Another code is another invitation: the person sees what it offers before they answer it.
      const isOther = answers.code !== undefined && answers.code.trim() !== code;
      return settle(await (isOther ? flow.enterCode(answers.code) : acts[form.name](answers)));
    },
  });
  const id = 'existing-account';
  const toggle = ({ target }) => {
    choose(target.checked);
    document.getElementById(id).focus();
  };
  const box = h('input', { type: 'checkbox', id, checked: existingAccount, onchange: toggle });
  return {
    form: drawn,
    nodes: [
      drawSteps(steps),
      drawOffer(invitation),
      h('p', { class: 'tick' }, box, h('label', { for: id }, say.existingAccount)),
      drawn.element,
      drawDecline({ flow, settle, drawn }),
    ],
  };
}

/** How it ended, and where the person goes from there. */
export function drawEnding({ ending, next, steps }, { flow, settle }) {
  forgetSecret();
  const [step] = next;
  if (step?.kind === 'COMPLETE_PROFILE') {
    location.replace(addressOf('profile.html', { notice: 'welcome' }));
    return { nodes: [] };
  }
  const { title, text } = say.endings[ending];
  const progress = steps.length > 0 && drawSteps(steps);
  // The invited address is asked by mail.
  const form = ending === 'AWAITING_ADDRESS' ? drawSendAgain({ flow, settle }) : null;
  return {
    form,
    nodes: [progress, heading(2, title), h('p', {}, text), ...drawWays(next), form?.element].filter(Boolean),
  };
}

const drawSteps = steps =>
  h(
    'ol',
    { class: 'steps', 'aria-label': say.steps },
    steps.map(({ label, state }) =>
      h('li', { 'aria-current': state === 'CURRENT' && 'step', class: state.toLowerCase() }, label),
    ),
  );

function drawOffer({
  association,
  organizationName,
  roleLabels,
  targetLabel,
  inviteeName,
  email,
  expiresAt,
}) {
  const lines = [
    [say.association, association.name],
    organizationName && [say.organization, organizationName],
    [say.offer, roleLabels.length > 0 ? roleLabels.join(', ') : targetLabel],
    [say.invitee, inviteeName],
    [say.address, email],
    [say.lastDay, dayOf(expiresAt, association)],
  ];
  return h(
    'dl',
    {},
    lines.filter(Boolean).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** It is for good, so it takes two presses. */
function drawDecline({ flow, settle, drawn }) {
  const decline = async () => {
    const refusal = await settle(await flow.decline());
    if (refusal) drawn.show(refusal);
  };
  return h(
    'details',
    {},
    h('summary', {}, say.decline),
    h('p', {}, say.declineIsFinal),
    h('button', { type: 'button', onclick: () => void decline() }, say.declineNow),
  );
}
