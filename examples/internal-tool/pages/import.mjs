import { importSeverityLabels } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawPages, pageOf } from '../lists.mjs';
import { drawProgress } from '../progress.mjs';
import { openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';
import { drawTold, tellAt } from '../told.mjs';
import { drawImport, nameOf } from './imports.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/imports').ImportRun} ImportRun */
/** @typedef {import('@affilia/sdk/imports').ImportFinding} Finding */
/** @typedef {keyof typeof importSeverityLabels} Severity */

const SEVERITIES = /** @type {Severity[]} */ (['FAULT', 'NOTICE', 'DUPLICATE']);

/** How far an import is, and its report by row and column. @type {import('../visit.mjs').Page} */
export const importPage = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const run = await portal.imports.get(address.searchParams.get('import') ?? '');
    if (!run) return drawFault(visit, 'NOT_FOUND');
    return {
      title: nameOf(visit, run),
      content: html`
        ${drawTold(visit)} ${drawImport(visit, run, body.timeZone)}
        ${run.endedAt === null ? drawUnderWay(visit, run) : html`${drawNext(visit, run)} ${await drawReport(visit, portal, run)}`}
        <p><a class="way" href="${linkTo('imports')}">${words.imports.toList}</a></p>
      `,
    };
  },

  async post(visit) {
    const { form, words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const run = await portal.imports.get(address.searchParams.get('import') ?? '');
    if (!run) return drawFault(visit, 'NOT_FOUND');
    const here = { import: run.id };
    if (form.get('act') === 'cancel') {
      const outcome = await portal.imports.cancel(run.id);
      const told = outcome.ok ? { done: words.imports.cancelled } : { refused: outcome.problem.message };
      return tellAt(visit, 'imports/import', told, here);
    }
    const outcome = await portal.imports.start({
      associationId: body.id,
      kind: run.kind,
      mode: 'COMMIT',
      source: run.source,
      uploadId: run.uploadId,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return tellAt(visit, 'imports/import', { refused: outcome.problem.message }, here);
    return { to: linkTo('imports/import', { import: outcome.value.importRun.id }) };
  },
};

/** @param {Visit} visit @param {ImportRun} run */
const drawUnderWay = (visit, { percentRead }) =>
  html`${drawProgress(visit, {
    label: visit.words.imports.progress(percentRead),
    done: percentRead,
    total: 100,
  })}
  ${drawButton(visit, visit.words.imports.cancel, { act: 'cancel' })}`;

/** What whoever has read the report does next. @param {Visit} visit @param {ImportRun} run */
function drawNext(visit, { state, mode }) {
  const { words, linkTo } = visit;
  const say = words.imports;
  const again = html`<a class="way" href="${linkTo('imports/start')}">${say.start}</a>`;
  if (state === 'FAULTY')
    return html`<p>${say.sendAgain}</p>
      <p>${again}</p>`;
  if (state !== 'DONE') return html`<p>${again}</p>`;
  if (mode === 'COMMIT') return html`<p>${say.done}</p>`;
  return html`<p>${say.commitHelp}</p>
    ${drawButton(visit, say.commit, { act: 'commit' })}`;
}

/** @param {Visit} visit @param {import('../connect.mjs').Portal} portal @param {ImportRun} run */
async function drawReport(visit, portal, { id }) {
  const { words, address, locale } = visit;
  const say = words.imports;
  const [association, asked] = ['association', 'severity'].map(name => address.searchParams.get(name));
  const severity = SEVERITIES.find(one => one === asked) ?? 'FAULT';
  const found = await portal.imports.findings(id, severity).page(pageOf(address));
  const options = optionsOf(importSeverityLabels, locale);
  return html`<h2>${say.findings}</h2>
    <form method="get" action="${address.pathname}" class="filter">
      ${drawHidden({ association, import: id })}
      ${drawSelect({
        name: 'severity',
        label: say.severity,
        value: severity,
        options: SEVERITIES.flatMap(value => options.find(one => one.value === value) ?? []),
      })}
      <button class="main">${words.list.show}</button>
    </form>
    ${
      found.totalCount === 0
        ? html`<p>${say.nothingFound[severity]}</p>`
        : html`${drawTable(
            say.found[severity]?.(found.totalCount) ?? '',
            say.columns,
            found.nodes.map(finding => drawFinding(visit, finding)),
          )}
          ${drawPages(visit, found, { import: id, severity })}`
    }`;
}

/** @param {Visit} visit @param {Finding} finding */
function drawFinding({ words, linkTo }, { row, column, message, recordId }) {
  const way =
    recordId?.startsWith('per_') &&
    html`<br /><a class="way" href="${linkTo('people/person', { person: recordId })}"
        >${words.imports.record(row)}</a
      >`;
  return [row, column ?? words.imports.wholeRow, html`${message}${way}`];
}
