import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h } from './element.js';
import { confirmation, ownForm } from './own-form.js';
import { openMembersPage } from './page.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

const say = words.security;
const currentPassword = {
  name: 'currentPassword',
  label: say.currentPassword,
  kind: 'PASSWORD',
  autocomplete: 'current-password',
};

await openMembersPage(async ({ viewer }) => {
  const policy = await affilia.accounts.passwordPolicy();
  // A link to one of the two forms came before they were drawn.
  requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
  return [
    h('section', { id: 'password' }, drawPasswordForm(policy).element),
    h('section', { id: 'email' }, drawEmailForm(viewer.account).element),
  ];
});

function drawPasswordForm({ rules }) {
  const form = ownForm(say.changePassword, say.changePassword, [
    currentPassword,
    { name: 'newPassword', label: say.newPassword, kind: 'PASSWORD', autocomplete: 'new-password' },
    confirmation(say.confirmation),
  ]);
  const drawn = drawForm(form, {
    extras: ({ path }) =>
      path[1] === 'newPassword'
        ? [
            h(
              'ul',
              { class: 'help' },
              rules.map(({ label }) => h('li', {}, label)),
            ),
          ]
        : [],
    async send(answers) {
      const outcome = await affilia.accounts.changePassword(answers);
      if (!outcome.ok) return refusalOf(outcome.problem);
      drawn.element.reset();
      drawn.tell(say.passwordChanged);
      return null;
    },
  });
  return drawn;
}

function drawEmailForm({ addresses }) {
  const primary = addresses.find(address => address.primary);
  const form = ownForm(say.changeEmail, say.changeEmail, [
    {
      name: 'newAddress',
      label: say.newAddress,
      kind: 'EMAIL',
      autocomplete: 'email',
      help: say.howEmailChanges,
    },
    currentPassword,
  ]);
  const drawn = drawForm(form, {
    async send(answers) {
      const outcome = await affilia.accounts.requestEmailChange(answers);
      if (!outcome.ok) return refusalOf(outcome.problem);
      drawn.element.reset();
      drawn.tell(...drawWays([outcome.value.next]));
      return null;
    },
  });
  if (primary) drawn.element.querySelector('h2').after(h('p', {}, say.nowIs(primary.address)));
  return drawn;
}
