import { words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading } from './element.js';
import { drawSupport } from './ways.js';

const say = words.secondFactors;

/** What a person shows besides their password: a passkey first, then the forms of the service for codes. */
export function drawSecondStep({ passkey, secondFactor }, { flow, settle, support }) {
  const send = async input => settle(await flow.verify(input));
  const ways = [
    passkey && drawPasskeyForm({ title: say.passkey, submitLabel: say.usePasskey }, { flow, settle }),
    ...secondFactor.forms.map(form => drawForm(form, { send })),
  ].filter(Boolean);
  const [first, ...others] = ways.map(({ element }) => element);
  return {
    form: ways[0],
    nodes: [
      heading(2, say.oneMoreStep),
      h('p', {}, first ? say.proveYourself : say.nothingWorksHere),
      first ?? drawSupport(support),
      others.length > 0 && h('details', {}, h('summary', {}, say.otherWays), others),
    ],
  };
}

/** A form of one button that has the browser ask for a passkey. */
export const drawPasskeyForm = ({ title, submitLabel }, { flow, settle }) =>
  drawForm({ title, submitLabel, fields: [] }, { send: async () => settle(await flow.usePasskey()) });
