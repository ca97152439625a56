import { signInModeLabels } from '@affilia/sdk/labels';
import { clientChange } from '../client-change.mjs';
import { drawTicks, optionsOf } from '../fields.mjs';

/** @typedef {keyof typeof signInModeLabels} Mode */

/** Where people who come from a client type their password. */
export const clientSignIn = clientChange({
  words: ({ words }) => words.client.signIn,
  standing: ({ signInMode }) => new URLSearchParams({ signInMode }),
  draw: ({ visit, client, values, words, faults }) =>
    drawTicks({
      type: 'radio',
      name: 'signInMode',
      label: words.labels.signInMode ?? '',
      // Whoever may not grant it is told so before they try.
      help: client.viewerCan.grantDirectSignIn ? null : visit.words.client.grantedAbove,
      required: true,
      options: optionsOf(signInModeLabels, visit.locale),
      chosen: [values.get('signInMode') ?? 'HOSTED'],
      faults: faults('signInMode'),
    }),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setSignInMode({ clientId, signInMode: /** @type {Mode} */ (form.get('signInMode')) }),
});
