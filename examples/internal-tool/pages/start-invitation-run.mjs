import { invitationSelectionLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { drawFile, drawInput, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf, missing } from '../refusal.mjs';
import { sendFile } from '../send-file.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {{ __typename: string, message: string }} Problem */
/** @typedef {keyof typeof invitationSelectionLabels} Selection */

const SELECTIONS = /** @type {Selection[]} */ (Object.keys(invitationSelectionLabels));

/** Invites whoever stands in a file, or in a selection. @type {import('../visit.mjs').Page} */
export const startInvitationRun = {
  takesFile: true,

  async get(visit) {
    await openForBody(visit);
    return draw(visit);
  },

  async post(visit) {
    const { form, words, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.runs.form;
    const whom = form.get('whom');
    const selection = SELECTIONS.find(one => one === whom);
    if (!selection && whom !== 'FILE') return draw(visit, missing('whom', say.chooseWhom));
    const sent = selection
      ? { selection, classCode: form.get('classCode')?.trim() || null }
      : await sendFile(visit, portal, { associationId: body.id, choose: say.chooseFile });
    if ('problem' in sent) return draw(visit, sent.problem);
    const outcome = await portal.invitationRuns.start({
      associationId: body.id,
      ...sent,
      idempotencyKey: form.get('key'),
    });
    // Every click sends the file anew, so that the key comes with another upload.
    if (!outcome.ok && outcome.problem.__typename === 'IdempotencyKeyReused')
      return tellAt(visit, 'invitation-runs', { done: words.runs.startedBefore });
    if (!outcome.ok) return draw(visit, outcome.problem);
    return { to: linkTo('invitation-runs/run', { run: outcome.value.invitationRun.id }) };
  },
};

/**
 * @param {Visit} visit
 * @param {Problem | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, problem = null) {
  const { words, locale, form, address, linkTo } = visit;
  const say = words.runs.form;
  const corrections = correctionsOf(problem ?? {}, { whom: 'whom', classCode: 'classCode', file: 'file' });
  return {
    title: say.title,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      <p>${words.runs.intro}</p>
      <form
        method="post"
        action="${address.pathname + address.search}"
        enctype="multipart/form-data"
        novalidate
      >
        ${drawIntent(visit, problem)}
        ${drawTicks({
          type: 'radio',
          name: 'whom',
          label: say.labels.whom,
          required: true,
          options: [{ value: 'FILE', label: say.fromFile }, ...optionsOf(invitationSelectionLabels, locale)],
          chosen: form.getAll('whom'),
          faults: faultsOf(corrections, 'whom'),
        })}
        ${drawInput({
          name: 'classCode',
          label: say.labels.classCode,
          help: say.classHelp,
          value: form.get('classCode') ?? '',
          maxlength: 40,
          faults: faultsOf(corrections, 'classCode'),
        })}
        ${drawFile({
          name: 'file',
          label: say.labels.file,
          help: say.fileHelp,
          faults: faultsOf(corrections, 'file'),
        })}
        <p><button class="main">${say.submit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('invitation-runs')}">${words.runs.toList}</a></p>
    `,
  };
}
