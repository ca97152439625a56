import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

const say = words.profile;

/** Whether the address that the person signs in with still waits for a confirmation, and the button to have one sent. */
export function drawEmailState({ addresses }) {
  const primary = addresses.find(address => address.primary);
  if (primary?.pendingChange) return h('p', { class: 'notice' }, say.pendingChange(primary.pendingChange));
  if (!primary || primary.verified) return null;
  const place = h('div', { class: 'notice' });
  const send = async () => {
    const outcome = await affilia.accounts.requestEmailConfirmation();
    if (!outcome.ok) return refusalOf(outcome.problem);
    replaceWith(place, ...drawOnItsWay(outcome.value.next, send));
    return null;
  };
  place.append(drawForm({ title: say.mustConfirm, submitLabel: say.confirm, fields: [] }, { send }).element);
  return place;
}

/** Mail can be slow: what to expect, and the button to send it once more when the service allows it. */
function drawOnItsWay(step, send) {
  const { nothingCame: title, sendAgain: submitLabel } = words.recovery;
  const again = drawForm({ title, submitLabel, fields: [] }, { send }).element;
  again.hidden = true;
  setTimeout(() => (again.hidden = false), (step.retryAfterSeconds ?? 0) * 1000);
  return [heading(2, step.label), ...drawWays([step]), again];
}
