import { passkeysWork } from '@affilia/sdk/second-factors';
import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading } from './element.js';
import { refusalOf } from './refusal.js';
import { drawSupport } from './ways.js';

const say = words.secondFactors;

/** What a person shows besides their password: a passkey first, then the forms of the service for codes. */
export function drawSecondStep(owed, { support, goOn }) {
  const finish = outcome => {
    if (!outcome.ok) return refusalOf(outcome.problem);
    goOn(outcome.value.next);
    return null;
  };
  const withPasskey = owed.methods.includes('PASSKEY') && passkeysWork();
  const passkey =
    withPasskey &&
    drawPasskeyForm({ title: say.passkey, submitLabel: say.usePasskey }, async () =>
      finish(await affilia.secondFactors.verifyByPasskey(owed)),
    );
  const codes = owed.forms.map(form => {
    const send = async input =>
      finish(await affilia.secondFactors.verify({ ...input, challenge: owed.challenge }));
    return drawForm(form, { send }).element;
  });
  const [first, ...others] = [passkey, ...codes].filter(Boolean);
  return [
    heading(2, say.oneMoreStep),
    h('p', {}, first ? say.proveYourself : say.nothingWorksHere),
    first ?? drawSupport(support),
    others.length > 0 && h('details', {}, h('summary', {}, say.otherWays), others),
  ].filter(Boolean);
}

/** A form of one button that has the browser ask for a passkey. */
export function drawPasskeyForm({ title, submitLabel }, act) {
  const send = async () => {
    try {
      return await act();
    } catch (error) {
      // The person closed the browser's window, or has nothing that fits: the form stays as it is.
      if (error instanceof DOMException) return { message: say.passkeyCancelled };
      throw error;
    }
  };
  return drawForm({ title, submitLabel, fields: [] }, { send }).element;
}
