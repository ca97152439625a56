import { words } from './connect.js';
import { drawEffect } from './draw-effect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { labelsOf } from './labels.js';
import { refusalOf } from './refusal.js';

const say = words.leaving;

/**
 * Asks before an act that moves money: what it brings about, what it comes to, and the button. `act` is given the total
 * that was shown, and the key of this one intent: after a lost answer, pressing again sends the same. Where the total
 * does not hold any more, the new one takes its place, and nothing happens until somebody has seen it.
 */
export async function drawConfirmation({ title, facts = [], preview, submitLabel, act, done }) {
  const [taxes] = await labelsOf('Tax');
  const place = h('div', { class: 'confirmation' });

  const drawn = (effect, changed) => [
    heading(3, changed ? say.amountChanged : title),
    ...(changed ? [h('p', {}, changed)] : []),
    ...facts,
    ...drawEffect(effect, taxes).filter(Boolean),
    ...preview.consequences.map(({ text }) => h('p', {}, text)),
    drawButton(effect),
  ];

  function drawButton(effect) {
    const confirmed = { shownTotalCents: effect.total.cents, idempotencyKey: newKey() };
    const send = async () => {
      const outcome = await act(confirmed);
      if (outcome.ok) {
        await done(outcome.value);
        return null;
      }
      if (outcome.problem.__typename !== 'MoneyEffectChanged') return refusalOf(outcome.problem);
      replaceWith(place, ...drawn(outcome.problem.effect, outcome.problem.message));
      return null;
    };
    return drawForm({ title, submitLabel, fields: [] }, { level: null, send }).element;
  }

  place.append(...drawn(preview.moneyEffect, null));
  return place;
}

/** Not `randomUUID`: browsers have it on secure origins only. */
const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
