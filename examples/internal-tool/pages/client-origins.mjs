import { asLines, clientChange, isSite, linesOf } from '../client-change.mjs';
import { drawTextArea } from '../fields.mjs';

/** From where the pages of a site call. */
export const clientOrigins = clientChange({
  words: ({ words }) => words.client.origins,
  fits: isSite,
  standing: ({ origins }) => asLines({ origins }),
  draw: ({ visit, values, words, faults }) =>
    drawTextArea({
      name: 'origins',
      label: words.labels.origins ?? '',
      help: visit.words.clients.form.originsHelp,
      value: values.get('origins') ?? '',
      faults: faults('origins'),
    }),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setOrigins({ clientId, origins: linesOf(form.get('origins')) }),
});
