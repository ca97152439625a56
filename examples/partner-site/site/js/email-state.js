import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h } from './element.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

const say = words.profile;

/** Whether the address that the person signs in with still waits for a confirmation, and the button to have one sent. */
export function drawEmailState({ addresses }) {
  const primary = addresses.find(address => address.primary);
  if (primary?.pendingChange) return h('p', { class: 'notice' }, say.pendingChange(primary.pendingChange));
  if (!primary || primary.verified) return null;
  const form = drawForm(
    { title: say.mustConfirm, submitLabel: say.confirm, fields: [] },
    {
      async send() {
        const outcome = await affilia.accounts.requestEmailConfirmation();
        if (!outcome.ok) return refusalOf(outcome.problem);
        form.tell(...drawWays([outcome.value.next]));
        return null;
      },
    },
  );
  form.element.classList.add('notice');
  return form.element;
}
