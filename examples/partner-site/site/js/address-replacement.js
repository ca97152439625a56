import { affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

/** What staff asked for because the person’s mailbox is said to be lost, and the button that stops it; often null. */
export async function drawAddressReplacement({ association }) {
  const waiting = await affilia.recovery.myAddressReplacement();
  if (waiting === null) return null;
  const { title, text, letter } = words.lostAddress;
  const place = h('div');
  const form = drawForm(
    { title, submitLabel: letter.button, fields: [] },
    {
      async send() {
        const outcome = await affilia.recovery.contestOwnAddressReplacement();
        if (!outcome.ok) return refusalOf(outcome.problem);
        const ways = drawWays([outcome.value.next]).filter(Boolean);
        replaceWith(place, heading(2, letter.done), h('p', {}, letter.doneText()), ...ways);
        return null;
      },
    },
  );
  const said = text(waiting.newAddress, dayOf(waiting.effectiveAt, association));
  form.element.querySelector('h2').after(h('p', {}, said));
  place.append(form.element);
  return place;
}
