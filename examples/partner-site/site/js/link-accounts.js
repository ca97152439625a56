import { passkeysWork } from '@affilia/sdk/second-factors';
import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';
import { signInAgain } from './sign-in-again.js';

const say = words.addresses;
const { otherWays, passkey, passkeyFaults, usePasskey } = words.secondFactors;
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

  const conclude = async outcome => {
    if (!outcome.ok) return refusalOf(outcome.problem, handlers);
    await settle({ secondFactor: null });
    return null;
  };

  /** A passkey first, then the forms of the service for codes, as in signing in. */
  const drawProof = secondFactor => {
    const { challenge, forms, methods } = secondFactor;
    const confirm = async answers => conclude(await affilia.addresses.confirmLink({ ...answers, challenge }));
    const ways = forms.map(form => drawForm(form, { send: confirm }).element);
    if (methods.includes('PASSKEY') && passkeysWork()) ways.unshift(drawPasskey(secondFactor));
    const [first, ...others] = ways;
    const steps = h(
      'div',
      {},
      heading(2, say.oneMoreStep),
      h('p', {}, first ? say.proveOther : say.noCodes),
      first,
      others.length > 0 && h('details', {}, h('summary', {}, otherWays), others),
    );
    replaceWith(place, steps);
  };

  const drawPasskey = secondFactor => {
    const send = () =>
      affilia.addresses.confirmLinkByPasskey(secondFactor).then(conclude, error => {
        // The person closed the browser's window, or has nothing that fits.
        if (error instanceof DOMException) return { message: passkeyFaults.CANCELLED };
        throw error;
      });
    return drawForm({ title: passkey, submitLabel: usePasskey, fields: [] }, { send }).element;
  };

  place.append(drawBegin());
  return place;
}
