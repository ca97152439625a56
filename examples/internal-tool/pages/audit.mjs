import { drawIntent } from '../button.mjs';
import { momentOf, startOfDay } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf } from '../lists.mjs';
import { correctionsOf, drawActRefusal, faultsOf } from '../refusal.mjs';
import { isAdministrator, openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/audit').AuditEntry} AuditEntry */
/** @typedef {{ __typename: string, message: string, exportJobId?: string, issues?: readonly { path: readonly string[], message: string }[] }} Problem */

/** Who did what, for administrators, and a table of it to keep. @type {import('../visit.mjs').Page} */
export const audit = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    return isAdministrator(visit.staff) ? draw(visit, portal, body) : drawFault(visit, 'FORBIDDEN');
  },

  async post(visit) {
    const { form, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const { from, to, wrong } = periodOf(visit, body.timeZone);
    if (wrong) return draw(visit, portal, body, wrong);
    const outcome = await portal.audit.startExport({
      associationId: body.id,
      kind: 'AUDIT_TRAIL',
      from,
      to,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, portal, body, outcome.problem);
    return { to: linkTo('audit/export', { export: outcome.value.exportJob.id }) };
  },
};

/** The days of the address as instants; what is wrong with them. @param {Visit} visit @param {string} timeZone */
function periodOf({ address, words }, timeZone) {
  const [first, last] = ['from', 'to'].map(name => address.searchParams.get(name)?.trim() ?? '');
  const from = first ? startOfDay(first, timeZone) : null;
  const to = last ? startOfDay(last, timeZone, 1) : null;
  const issues = [
    ...(first && from === null ? [{ path: ['input', 'from'], message: words.audit.notADay }] : []),
    ...(last && to === null ? [{ path: ['input', 'to'], message: words.audit.notADay }] : []),
  ];
  /** @type {Problem | null} */
  const wrong =
    issues.length > 0 ? { __typename: 'InvalidInput', message: words.audit.notADay, issues } : null;
  return { from, to, wrong };
}

/**
 * @param {Visit} visit
 * @param {import('../connect.mjs').Portal} portal
 * @param {import('../trees.mjs').Body} body
 * @param {Problem | null} refused
 * @returns {Promise<import('../visit.mjs').Drawn>}
 */
async function draw(visit, portal, body, refused = null) {
  const { words, address, linkTo } = visit;
  const say = words.audit;
  const { from, to, wrong } = periodOf(visit, body.timeZone);
  const problem = refused ?? wrong;
  const asked = (/** @type {string} */ name) => address.searchParams.get(name)?.trim() || null;
  const parameters = Object.fromEntries(
    ['from', 'to', 'act', 'actor', 'subject'].map(name => [name, asked(name)]),
  );
  const { act = null, actor = null, subject = null } = parameters;
  const found = await portal.audit
    .trail({ associationId: body.id, from, to, act, actorId: actor, subjectId: subject })
    .page(pageOf(address));
  const corrections = correctionsOf(problem ?? {}, { from: 'from', to: 'to' });
  return {
    title: words.pages.audit,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      ${
        problem?.exportJobId &&
        html`<p>
          ${say.running}
          <a class="way" href="${linkTo('audit/export', { export: problem.exportJobId })}"
            >${say.job.title}</a
          >
        </p>`
      }
      <p>${say.intro}</p>
      ${drawFilter(visit, [
        ...drawHidden({ actor, subject }),
        ...['from', 'to'].map(name =>
          drawInput({
            name,
            label: say.labels[/** @type {'from' | 'to'} */ (name)],
            help: say.dayHelp,
            value: asked(name) ?? '',
            maxlength: 10,
            faults: faultsOf(corrections, name),
          }),
        ),
        drawInput({
          name: 'act',
          label: say.labels.act,
          help: say.actHelp,
          value: act ?? '',
          maxlength: 100,
        }),
      ])}
      ${(actor ?? subject) && html`<p>${actor ? say.onlyBy : say.onlyOn} <a class="way" href="${linkTo('audit')}">${say.all}</a></p>`}
      ${drawList(visit, found, {
        count: say.count,
        parameters,
        draw: entry => drawEntry(visit, entry, body.timeZone),
      })}
      ${found.totalCount === 0 && html`<p>${say.none}</p>`}
      <h2>${say.export}</h2>
      <p>${say.exportHelp}</p>
      <form method="post" action="${address.pathname + address.search}">
        ${drawIntent(visit, problem)}
        <p><button>${say.exportSubmit}</button></p>
      </form>
    `,
  };
}

/** @param {Visit} visit @param {AuditEntry} entry @param {string} timeZone */
function drawEntry(
  { words, locale, linkTo },
  { occurredAt, actLabel, actor, client, subject, changes, requestId },
  timeZone,
) {
  const say = words.audit;
  const who = actor === null ? say.nobody : (actor.displayName ?? say.unnamed);
  const what = [subject.kind, subject.name].filter(Boolean).join(' – ');
  return html`<h2>${actLabel}</h2>
    ${drawFacts([
      [say.facts.when, momentOf(occurredAt, locale, timeZone)],
      [say.facts.who, who],
      [say.facts.client, client?.name ?? say.house],
      [say.facts.subject, what],
      [say.facts.request, requestId && html`<code>${requestId}</code>`],
    ])}
    ${
      changes.length > 0 &&
      drawTable(
        say.changes(actLabel),
        say.columns,
        changes.map(({ label, before, after }) => [label, before, after]),
      )
    }
    <div class="acts">
      ${actor?.accountId && html`<a class="way" href="${linkTo('audit', { actor: actor.accountId })}">${say.byThem(who)}</a>`}
      ${subject.id && html`<a class="way" href="${linkTo('audit', { subject: subject.id })}">${say.onIt(what)}</a>`}
    </div>`;
}
