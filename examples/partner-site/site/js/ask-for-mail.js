import { words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';

/**
 * A form whose answer is a mail. What became of it is for the mailbox alone: the page shows what the service says to
 * everybody, and offers to send again once the service allows it.
 */
export function drawAskForMail(form, ask) {
  const place = h('div');
  const send = async input => {
    const outcome = await ask(input);
    if (!outcome.ok) return refusalOf(outcome.problem);
    replaceWith(place, ...drawAsked(outcome.value, () => send(input)));
    return null;
  };
  place.append(drawForm(form, { send }).element);
  return place;
}

function drawAsked({ message, next }, send) {
  const again = drawForm(
    { title: words.recovery.nothingCame, submitLabel: words.recovery.sendAgain, fields: [] },
    { send },
  );
  again.element.hidden = true;
  setTimeout(() => (again.element.hidden = false), (next.retryAfterSeconds ?? 0) * 1000);
  return [heading(2, next.label), h('p', {}, message), again.element];
}
