import { clientChange, isTool } from '../client-change.mjs';
import { drawTextArea } from '../fields.mjs';

/** By which key pairs a tool proves itself: their public halves, the present and the next one side by side. */
export const clientKeyPairs = clientChange({
  words: ({ words }) => words.client.keyPairs,
  fits: isTool,
  standing: ({ publicKeys }) =>
    new URLSearchParams({
      jwks: JSON.stringify({ keys: publicKeys.map(({ jwk }) => JSON.parse(jwk)) }, null, 2),
    }),
  draw: ({ visit, values, words, faults }) =>
    drawTextArea({
      name: 'jwks',
      label: words.labels.jwks ?? '',
      help: visit.words.client.jwksHelp,
      value: values.get('jwks') ?? '',
      rows: 14,
      faults: faults('jwks'),
    }),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setPublicKeys({ clientId, jwks: form.get('jwks') ?? '' }),
});
