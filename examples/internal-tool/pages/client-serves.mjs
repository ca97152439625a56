import { clientChange, isSite } from '../client-change.mjs';
import { drawTicks } from '../fields.mjs';

/** Whether the links in the association's mails open this site's pages. */
export const clientServes = clientChange({
  words: ({ words }) => words.client.serves,
  fits: isSite,
  standing: ({ pagesOf, association }) =>
    new URLSearchParams({ serves: pagesOf.some(({ id }) => id === association.id) ? 'yes' : 'no' }),
  draw: ({ visit, values, words, faults }) =>
    drawTicks({
      type: 'radio',
      name: 'serves',
      label: words.labels.serves ?? '',
      required: true,
      options: Object.entries(visit.words.client.servesOptions).map(([value, label]) => ({ value, label })),
      chosen: [values.get('serves') ?? 'no'],
      faults: faults('serves'),
    }),
  send: (portal, { id, association }, form) =>
    portal.clients.setPagesOfAssociation({
      associationId: association.id,
      clientId: form.get('serves') === 'yes' ? id : null,
    }),
});
