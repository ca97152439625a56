import { AffiliaError } from '@affilia/sdk';
import { html } from './html.mjs';
import { own } from './own.mjs';
import { UnreadableForm } from './read-form.mjs';

/** Nobody is signed in (any more), and the page is for somebody who is. */
export class SignInAgain extends Error {}

/** @type {Record<string, number>} */
const STATUS = {
  NOT_FOUND: 404,
  METHOD: 405,
  FOREIGN_FORM: 403,
  UNREADABLE_FORM: 413,
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  NETWORK: 503,
  SERVICE_BUSY: 503,
};

/** What the tool has to say about a fault without asking the portal. */
const OWN = [
  'NOT_FOUND',
  'METHOD',
  'FOREIGN_FORM',
  'UNREADABLE_FORM',
  'NETWORK',
  'BAD_RESPONSE',
  'FORBIDDEN',
];

/**
 * A page that says what went wrong and what to do about it.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {unknown} fault An error, or the name of a fault of the tool's own.
 * @returns {import('./visit.mjs').Drawn}
 */
export function drawFault(visit, fault) {
  const { words, address } = visit;
  const code = codeOf(fault);
  if (code === 'UNEXPECTED') console.error(fault);
  const { title, todo } = own(words.faults, code) ?? words.faults.OTHER;
  const said = fault instanceof AffiliaError && !OWN.includes(code) ? fault.message : null;
  const requestId = fault instanceof AffiliaError ? fault.requestId : null;

  const again = new URL(address);
  if (code === 'BAD_USER_INPUT')
    for (const name of ['after', 'before', 'search']) again.searchParams.delete(name);
  const canReload = visit.form.size === 0 && !['NOT_FOUND', 'METHOD', 'FORBIDDEN'].includes(code);
  return {
    title,
    status: own(STATUS, code) ?? 502,
    problem: true,
    content: html`<div class="summary" role="alert" tabindex="-1" autofocus>
        ${said && html`<p>${said}</p>`}
        <p>${todo}</p>
        ${requestId && html`<p>${words.requestId} <code>${requestId}</code></p>`}
      </div>
      <p>
        ${canReload && html`<a class="way" href="${again.pathname + again.search}">${words.tryAgain}</a>`}
        <a class="way" href="/${visit.locale.slice(0, 2)}/">${words.toHome}</a>
      </p>`,
  };
}

/**
 * @param {unknown} fault
 * @returns {string}
 */
function codeOf(fault) {
  if (typeof fault === 'string') return fault;
  if (fault instanceof UnreadableForm) return 'UNREADABLE_FORM';
  return fault instanceof AffiliaError ? fault.code : 'UNEXPECTED';
}
