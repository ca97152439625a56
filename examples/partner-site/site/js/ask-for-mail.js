import { words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalIn } from './refusal.js';

/**
 * A form whose answer is a mail. What became of it is for the mailbox alone: the page shows what the service says to
 * everybody, and offers to send again once the service allows it.
 */
export function drawAskForMail(form, flow) {
  const place = h('div');
  const settle = snapshot => {
    const refusal = refusalIn(snapshot);
    if (refusal) return refusal;
    replaceWith(place, ...drawAsked(snapshot, { flow, settle }));
    return null;
  };
  place.append(drawForm(form, { send: async input => settle(await flow.ask(input)) }).element);
  return place;
}

function drawAsked({ message, next: [step] }, { flow, settle }) {
  return [heading(2, step.label), h('p', {}, message), drawSendAgain({ flow, settle }).element];
}

/** Mail can be slow: a button to send it once more, from when the service allows it. */
export function drawSendAgain({ flow, settle }) {
  const { nothingCame: title, sendAgain: submitLabel } = words.recovery;
  const again = drawForm(
    { title, submitLabel, fields: [] },
    { send: async () => settle(await flow.sendAgain()) },
  );
  again.element.hidden = true;
  const stop = flow.subscribe(() => {
    if (!flow.snapshot().maySendAgain) return;
    again.element.hidden = false;
    stop();
  });
  return again;
}
