import { exportStateLabels, labelOf } from '@affilia/sdk/labels';
import { momentOf } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { drawProgress } from '../progress.mjs';
import { openForBody } from '../staff.mjs';

/** A table of the trail that was asked for, as far as it is. @type {import('../visit.mjs').Page} */
export const auditExport = {
  async get(visit) {
    const { words, locale, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const job = await portal.audit.exportJob(address.searchParams.get('export') ?? '');
    if (!job) return drawFault(visit, 'NOT_FOUND');
    const { facts, ...say } = words.audit.job;
    const at = (/** @type {string | null} */ instant) => momentOf(instant, locale, body.timeZone);
    return {
      title: say.title,
      content: html`
        ${drawFacts([
          [facts.state, html`<strong>${labelOf(exportStateLabels, job.state, locale)}</strong>`],
          [facts.rows, job.rows?.toLocaleString(locale)],
          [facts.size, job.size === null ? null : say.kilobytes(job.size)],
          [facts.askedAt, at(job.askedAt)],
          [facts.endedAt, at(job.endedAt)],
          [facts.expiresAt, at(job.expiresAt)],
        ])}
        ${job.endedAt === null && drawProgress(visit, { label: say.progress, done: 0, total: null })}
        ${
          job.link
            ? html`<p><a class="way" href="${job.link.url}">${say.download}</a></p>
                <p>${say.downloadHelp}</p>`
            : job.endedAt !== null && html`<p>${say.gone}</p>`
        }
        <p><a class="way" href="${linkTo('audit')}">${words.audit.toList}</a></p>
      `,
    };
  },
};
