import { importKindLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { drawFile, drawInput, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf, missing } from '../refusal.mjs';
import { sendFile } from '../send-file.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {{ __typename: string, message: string, importRunId?: string }} Problem */
/** @typedef {keyof typeof importKindLabels} Kind */

/** What the portal takes at most; it judges the rest. */
const SOURCE = /^[\w.-]{1,40}$/;

const KINDS = /** @type {Kind[]} */ (Object.keys(importKindLabels));

/** Sends a file and asks for a dry run of it. @type {import('../visit.mjs').Page} */
export const startImport = {
  takesFile: true,

  async get(visit) {
    await openForBody(visit);
    return draw(visit);
  },

  async post(visit) {
    const { form, words, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.imports.form;
    const kind = KINDS.find(one => one === form.get('kind'));
    if (!kind) return draw(visit, missing('kind', say.chooseKind));
    const source = form.get('source')?.trim() ?? '';
    if (!SOURCE.test(source)) return draw(visit, missing('source', say.giveSource));
    const sent = await sendFile(visit, portal, { associationId: body.id, choose: say.chooseFile });
    if ('problem' in sent) return draw(visit, sent.problem);
    const outcome = await portal.imports.start({
      associationId: body.id,
      kind,
      mode: 'DRY_RUN',
      source,
      uploadId: sent.uploadId,
      idempotencyKey: form.get('key'),
    });
    // Every click sends the file anew, so that the key comes with another upload.
    if (!outcome.ok && outcome.problem.__typename === 'IdempotencyKeyReused')
      return tellAt(visit, 'imports', { done: words.imports.startedBefore });
    if (!outcome.ok) return draw(visit, outcome.problem);
    return { to: linkTo('imports/import', { import: outcome.value.importRun.id }) };
  },
};

/**
 * @param {Visit} visit
 * @param {Problem | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, problem = null) {
  const { words, locale, form, address, linkTo } = visit;
  const say = words.imports.form;
  const corrections = correctionsOf(problem ?? {}, { kind: 'kind', source: 'source', file: 'file' });
  return {
    title: say.title,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      ${
        problem?.importRunId &&
        html`<p>
          ${words.imports.running}
          <a class="way" href="${linkTo('imports/import', { import: problem.importRunId })}"
            >${words.imports.findings}</a
          >
        </p>`
      }
      <p>${say.order}</p>
      <form
        method="post"
        action="${address.pathname + address.search}"
        enctype="multipart/form-data"
        novalidate
      >
        ${drawIntent(visit, problem)}
        ${drawTicks({
          type: 'radio',
          name: 'kind',
          label: say.labels.kind,
          required: true,
          options: optionsOf(importKindLabels, locale),
          chosen: form.getAll('kind'),
          faults: faultsOf(corrections, 'kind'),
        })}
        ${drawInput({
          name: 'source',
          label: say.labels.source,
          help: say.sourceHelp,
          value: form.get('source') ?? '',
          required: true,
          maxlength: 40,
          faults: faultsOf(corrections, 'source'),
        })}
        ${drawFile({
          name: 'file',
          label: say.labels.file,
          help: say.fileHelp,
          required: true,
          faults: faultsOf(corrections, 'file'),
        })}
        <p><button class="main">${say.submit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('imports')}">${words.imports.toList}</a></p>
    `,
  };
}
