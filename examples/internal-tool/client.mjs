import {
  clientKindLabels,
  clientPageKindLabels,
  clientScopeLabels,
  labelOf,
  signInModeLabels,
} from '@affilia/sdk/labels';
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
  const { facts: more, lastUsed, displayedAs, pages: ofPages } = words.client;
  const { revokedAt, publishableKey, keys, scopes, pages, pagesOf, displayNames, association } = client;
  const at = (/** @type {string | null} */ instant) => momentOf(instant, locale, timeZone) ?? '';
  return html`<h2>${client.name}</h2>
    ${drawFacts([
      [facts.revoked, revokedAt && html`<strong>${at(revokedAt)}</strong>`],
      [more.displayNames, displayNames ? displayedAs(displayNames.fr, displayNames.en) : association.name],
      [facts.kind, labelOf(clientKindLabels, client.kind, locale)],
      [facts.signInMode, labelOf(signInModeLabels, client.signInMode, locale)],
      [facts.publishableKey, publishableKey && html`<code>${publishableKey}</code>`],
      [
        facts.keys,
        lines(
          keys.map(({ madeAt, expiresAt, lastUsedAt }) => {
            const made = expiresAt === null ? keyMade(at(madeAt)) : keyUntil(at(madeAt), at(expiresAt));
            return lastUsed(made, lastUsedAt && at(lastUsedAt));
          }),
        ),
      ],
      [facts.origins, lines(client.origins)],
      [
        more.pages,
        lines(
          pages.map(
            ({ page, locale: of, url }) =>
              `${labelOf(clientPageKindLabels, page, locale)} (${ofPages.language[of]}): ${url}`,
          ),
        ),
      ],
      [facts.redirectUris, lines(client.redirectUris)],
      [more.postLogoutRedirectUris, lines(client.postLogoutRedirectUris)],
      [more.backchannelLogoutUri, client.backchannelLogoutUri],
      [facts.pagesOf, pagesOf.map(({ shortName }) => shortName).join(', ')],
      [facts.scopes, scopes.map(scope => labelOf(clientScopeLabels, scope, locale)).join(', ')],
      [
        more.keyPairs,
        lines(client.publicKeys.map(({ kid, lastUsedAt }) => lastUsed(kid, lastUsedAt && at(lastUsedAt)))),
      ],
      [facts.lastUsed, client.lastUsedAt === null ? never : at(client.lastUsedAt)],
      [facts.registered, dayOf(client.registeredAt, locale, timeZone)],
    ])}`;
}
