import { clientKindLabels, clientScopeLabels, labelOf, signInModeLabels } from '@affilia/sdk/labels';
import { dayOf, momentOf } from './dates.mjs';
import { html } from './html.mjs';
import { drawFacts } from './lists.mjs';

/** @typedef {import('@affilia/sdk/clients').Client} Client */

/** @param {readonly unknown[]} items */
const lines = items =>
  items.length === 0
    ? null
    : html`<ul class="plain">
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`;

/**
 * A client as its list shows it.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {Client} client
 * @param {string} timeZone
 */
export function drawClient({ words, locale }, client, timeZone) {
  const { facts, never, keyMade, keyUntil } = words.clients;
  const { revokedAt, publishableKey, keys, scopes, pagesOf } = client;
  const at = (/** @type {string | null} */ instant) => momentOf(instant, locale, timeZone) ?? '';
  return html`<h2>${client.name}</h2>
    ${drawFacts([
      [facts.revoked, revokedAt && html`<strong>${at(revokedAt)}</strong>`],
      [facts.kind, labelOf(clientKindLabels, client.kind, locale)],
      [facts.signInMode, labelOf(signInModeLabels, client.signInMode, locale)],
      [facts.publishableKey, publishableKey && html`<code>${publishableKey}</code>`],
      [
        facts.keys,
        lines(
          keys.map(({ madeAt, expiresAt }) =>
            expiresAt === null ? keyMade(at(madeAt)) : keyUntil(at(madeAt), at(expiresAt)),
          ),
        ),
      ],
      [facts.origins, lines(client.origins)],
      [facts.redirectUris, lines(client.redirectUris)],
      [facts.pagesOf, pagesOf.map(({ shortName }) => shortName).join(', ')],
      [facts.scopes, scopes.map(scope => labelOf(clientScopeLabels, scope, locale)).join(', ')],
      [facts.lastUsed, client.lastUsedAt === null ? never : at(client.lastUsedAt)],
      [facts.registered, dayOf(client.registeredAt, locale, timeZone)],
    ])}`;
}
