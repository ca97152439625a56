import { asLines, clientChange, linesOf } from '../client-change.mjs';
import { drawInput, drawTextArea } from '../fields.mjs';
import { html } from '../html.mjs';

const LISTS = /** @type {const} */ (['redirectUris', 'postLogoutRedirectUris']);

/** Where people return to from the portal's own pages, and where the client is told of sign-outs. */
export const clientReturns = clientChange({
  words: ({ words }) => words.client.returns,
  standing: ({ redirectUris, postLogoutRedirectUris, backchannelLogoutUri }) =>
    asLines({
      redirectUris,
      postLogoutRedirectUris,
      backchannelLogoutUri: backchannelLogoutUri ? [backchannelLogoutUri] : [],
    }),
  draw: ({ values, words, faults }) =>
    html`${LISTS.map(name =>
      drawTextArea({
        name,
        label: words.labels[name] ?? name,
        value: values.get(name) ?? '',
        rows: 4,
        faults: faults(name),
      }),
    )}
    ${drawInput({
      name: 'backchannelLogoutUri',
      type: 'url',
      label: words.labels.backchannelLogoutUri ?? '',
      value: values.get('backchannelLogoutUri') ?? '',
      faults: faults('backchannelLogoutUri'),
    })}`,
  send: (portal, { id: clientId }, form) =>
    portal.clients.setRedirectUris({
      clientId,
      redirectUris: linesOf(form.get('redirectUris')),
      postLogoutRedirectUris: linesOf(form.get('postLogoutRedirectUris')),
      backchannelLogoutUri: form.get('backchannelLogoutUri'),
    }),
});
