import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { forgetSecret } from './held-secret.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

/**
 * What a mailed link asks to decide. Nothing happens before the button is pressed: mail scanners open pages too.
 * `say` has the words, `act` uses the secret.
 */
export function drawLetter({ say, act }) {
  const place = h('div');
  const form = drawForm(
    { title: say.title, submitLabel: say.button, fields: [] },
    {
      async send() {
        const outcome = await act();
        // Answered for good, whatever the answer.
        forgetSecret();
        if (!outcome.ok) return refusalOf(outcome.problem);
        const ways = drawWays([outcome.value.next]).filter(Boolean);
        replaceWith(place, heading(2, say.done), h('p', {}, say.doneText(outcome.value)), ...ways);
        return null;
      },
    },
  );
  form.element.querySelector('h2').after(h('p', {}, say.text));
  place.append(form.element);
  return place;
}
