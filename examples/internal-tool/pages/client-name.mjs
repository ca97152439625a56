import { clientChange } from '../client-change.mjs';
import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';

const FIELDS = /** @type {const} */ (['displayNameFr', 'displayNameEn']);

/** What people read of a client where they sign in, and in the list of their sessions. */
export const clientName = clientChange({
  words: ({ words }) => words.client.name,
  standing: ({ displayNames }) =>
    new URLSearchParams({ displayNameFr: displayNames?.fr ?? '', displayNameEn: displayNames?.en ?? '' }),
  draw: ({ values, words, faults }) =>
    FIELDS.map(name =>
      drawInput({
        name,
        label: words.labels[name] ?? name,
        value: values.get(name) ?? '',
        maxlength: 100,
        faults: faults(name),
      }),
    ).map(field => html`${field}`),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setDisplayName({
      clientId,
      displayNameFr: form.get('displayNameFr'),
      displayNameEn: form.get('displayNameEn'),
    }),
});
