import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';
import { signInAgain } from './sign-in-again.js';

const say = words.addresses;
const handlers = signInAgain('security.html#link');

/** Joins another account of the same person to this one; where that one has a second factor, it is asked for. */
export function drawLink({ linkForm, redraw }) {
  const place = h('div');

  const settle = async ({ secondFactor }) => {
    if (secondFactor) return drawProof(secondFactor);
    place.replaceChildren(drawBegin());
    await redraw(say.linked);
  };

  const drawBegin = () =>
    drawForm(linkForm, {
      async send(answers) {
        const outcome = await affilia.addresses.link(answers);
        if (!outcome.ok) return refusalOf(outcome.problem, handlers);
        await settle(outcome.value);
        return null;
      },
    }).element;

  const drawProof = ({ challenge, forms }) => {
    const [first, ...others] = forms.map(
      form =>
        drawForm(form, {
          async send(answers) {
            const outcome = await affilia.addresses.confirmLink({ ...answers, challenge });
            if (!outcome.ok) return refusalOf(outcome.problem, handlers);
            await settle({ secondFactor: null });
            return null;
          },
        }).element,
    );
    const steps = h(
      'div',
      {},
      heading(2, say.oneMoreStep),
      h('p', {}, first ? say.proveOther : say.noCodes),
      first,
      others.length > 0 && h('details', {}, h('summary', {}, words.secondFactors.otherWays), others),
    );
    replaceWith(place, steps);
  };

  place.append(drawBegin());
  return place;
}
