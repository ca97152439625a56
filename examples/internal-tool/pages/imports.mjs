import { importKindLabels, importModeLabels, importStateLabels, labelOf } from '@affilia/sdk/labels';
import { momentOf } from '../dates.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {import('@affilia/sdk/imports').ImportRun} ImportRun */

/** What was imported, and is being. @type {import('../visit.mjs').Page} */
export const imports = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.imports;
    const found = await portal.imports.list(body.id).page(pageOf(address));

    return {
      title: words.pages.imports,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        <p><a class="way" href="${linkTo('imports/start')}">${say.start}</a></p>
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: run =>
            html`<h2>${nameOf(visit, run)}</h2>
              ${drawImport(visit, run, body.timeZone)}
              <p>
                <a class="way" href="${linkTo('imports/import', { import: run.id })}"
                  >${say.open(nameOf(visit, run), momentOf(run.askedAt, locale, body.timeZone))}</a
                >
              </p>`,
        })}
        ${found.totalCount === 0 && html`<p>${say.none}</p>`}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {ImportRun} run */
export const nameOf = ({ words, locale }, { kind, mode }) =>
  words.imports.name(labelOf(importKindLabels, kind, locale), labelOf(importModeLabels, mode, locale));

/** @param {import('../visit.mjs').Visit} visit @param {ImportRun} run @param {string} timeZone */
export function drawImport(
  { words, locale },
  { state, source, rowsRead, counts, askedAt, endedAt },
  timeZone,
) {
  const { facts } = words.imports;
  return drawFacts([
    [facts.state, html`<strong>${labelOf(importStateLabels, state, locale)}</strong>`],
    [facts.source, source],
    [facts.askedAt, momentOf(askedAt, locale, timeZone)],
    [facts.endedAt, momentOf(endedAt, locale, timeZone)],
    [facts.rowsRead, rowsRead.toLocaleString(locale)],
    ...(counts
      ? /** @type {const} */ (['created', 'changed', 'unchanged', 'heldOut']).map(
          name => /** @type {const} */ ([facts[name], counts[name].toLocaleString(locale)]),
        )
      : []),
  ]);
}
