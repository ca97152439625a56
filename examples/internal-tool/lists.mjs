import { drawHidden } from './fields.mjs';
import { html } from './html.mjs';

const ROWS = 20;

/** Which page of a list an address asks for: behind a cursor, before one, or the first. @param {URL} address */
export function pageOf({ searchParams }) {
  const before = searchParams.get('before');
  return before === null ? { first: ROWS, after: searchParams.get('after') } : { last: ROWS, before };
}

/** What somebody looks for; null when they do not. @param {URL} address */
export const searchOf = ({ searchParams }) => searchParams.get('search')?.trim() || null;

/**
 * A form whose answers stand in the address, so that a list can be kept as a bookmark.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./html.mjs').Markup | readonly import('./html.mjs').Markup[]} fields
 */
export const drawFilter = ({ words, address, linkTo, page }, fields) =>
  html`<form method="get" action="${linkTo(page).split('?')[0]}" role="search" class="filter">
    ${drawHidden({ association: address.searchParams.get('association') })} ${fields}
    <button class="main">${words.list.find}</button>
  </form>`;

/**
 * A list with how many there are and the ways to the pages beside this one.
 *
 * @template Item
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('@affilia/sdk').Page<Item>} found
 * @param {{
 *   count: (found: number) => string,
 *   parameters: Record<string, string | readonly string[] | null>,
 *   draw: (item: Item) => import('./html.mjs').Markup,
 * }} options
 */
export const drawList = (visit, found, { count, parameters, draw }) =>
  html`<p>${count(found.totalCount)}</p>
    ${
      found.nodes.length > 0 &&
      html`<ul class="rows">
        ${found.nodes.map(item => html`<li>${draw(item)}</li>`)}
      </ul>`
    }
    ${drawPages(visit, found, parameters)}`;

/**
 * The ways to the pages beside this one.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('@affilia/sdk').Page<unknown>} found
 * @param {Record<string, string | readonly string[] | null>} parameters
 */
export function drawPages({ words, linkTo, page }, { pageInfo }, parameters) {
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo;
  const previous = hasPreviousPage && linkTo(page, { ...parameters, before: startCursor });
  const next = hasNextPage && linkTo(page, { ...parameters, after: endCursor });
  if (!previous && !next) return null;
  return html`<nav aria-label="${words.list.pages}" class="pages">
    ${previous && html`<a class="way" href="${previous}" rel="prev">${words.list.previous}</a>`}
    ${next && html`<a class="way" href="${next}" rel="next">${words.list.next}</a>`}
  </nav>`;
}

/**
 * What is known of one thing. Facts without a value are left out.
 *
 * @param {readonly (readonly [label: string, value: unknown])[]} facts
 */
export const drawFacts = facts =>
  html`<dl>
    ${facts
      .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
      .map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
  </dl>`;
