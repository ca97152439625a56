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
  const again = drawForm(
    { title: words.recovery.nothingCame, submitLabel: words.recovery.sendAgain, fields: [] },
    { send: async () => settle(await flow.sendAgain()) },
  );
  again.element.hidden = true;
  const stop = flow.subscribe(() => {
    if (!flow.snapshot().maySendAgain) return;
    again.element.hidden = false;
    stop();
  });
  return [heading(2, step.label), h('p', {}, message), again.element];
}
