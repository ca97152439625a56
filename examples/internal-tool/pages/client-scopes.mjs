import { clientScopeLabels } from '@affilia/sdk/labels';
import { clientChange, isTool } from '../client-change.mjs';
import { drawTicks, optionsOf } from '../fields.mjs';

/** @typedef {keyof typeof clientScopeLabels} Scope */

/** What a tool may be used for. */
export const clientScopes = clientChange({
  words: ({ words }) => words.client.scopes,
  fits: isTool,
  standing: ({ scopes }) => new URLSearchParams(scopes.map(scope => ['scopes', scope])),
  draw: ({ visit, values, words, faults }) =>
    drawTicks({
      type: 'checkbox',
      name: 'scopes',
      label: words.labels.scopes ?? '',
      options: optionsOf(clientScopeLabels, visit.locale),
      chosen: values.getAll('scopes'),
      faults: faults('scopes'),
    }),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setScopes({ clientId, scopes: /** @type {Scope[]} */ (form.getAll('scopes')) }),
});
