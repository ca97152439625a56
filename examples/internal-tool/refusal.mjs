import { html } from './html.mjs';

/**
 * What must be corrected: which field of the page, and how. A `field` of null belongs to the form as a whole.
 *
 * @typedef {{ field: string | null, message: string }} Correction
 * @typedef {{
 *   __typename: string,
 *   message: string,
 *   issues?: readonly { path: readonly string[], message: string }[],
 *   next?: Step,
 *   nextSteps?: readonly Step[],
 * }} Problem
 * @typedef {import('@affilia/sdk').NextStep} Step
 */

/**
 * The corrections that the portal asks for, at the fields of this page.
 *
 * @param {object} problem
 * @param {Readonly<Record<string, string>>} fields The page's field for the second part of a path.
 * @returns {Correction[]}
 */
export function correctionsOf(problem, fields) {
  const { issues = [] } = /** @type {Problem} */ (problem);
  return issues.map(({ path, message }) => ({ field: fields[path[1] ?? ''] ?? null, message }));
}

/** @param {readonly Correction[]} corrections @param {string} field */
export const faultsOf = (corrections, field) =>
  corrections.filter(one => one.field === field).map(one => one.message);

/**
 * Stands above a form that was refused, and has the focus: why, where to correct, and the ways forward.
 *
 * @param {{
 *   message: string,
 *   corrections?: readonly Correction[],
 *   labels?: Readonly<Record<string, string>>,
 *   more?: import('./html.mjs').Markup | null,
 * }} refusal
 */
export const drawRefusal = ({ message, corrections = [], labels = {}, more = null }) =>
  html`<div class="summary" role="alert" tabindex="-1" autofocus>
    <p>${message}</p>
    ${
      corrections.length > 0 &&
      html`<ul>
        ${corrections.map(({ field, message: how }) =>
          field === null
            ? html`<li>${how}</li>`
            : html`<li><a href="#${field}">${labels[field]}</a> – ${how}</li>`,
        )}
      </ul>`
    }
    ${more}
  </div>`;

/**
 * Why an act was refused; for a sign-in that is too old, with the way to a fresh one and back to this page.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ __typename: string, message: string }} problem
 * @param {{ corrections?: readonly Correction[], labels?: Readonly<Record<string, string>> }} more
 */
export function drawActRefusal({ words, address, linkTo }, problem, more = {}) {
  const then = address.pathname + address.search;
  const again = linkTo('sign-in', { again: 'yes', then });
  return drawRefusal({
    message: problem.message,
    ...more,
    more:
      problem.__typename === 'SignInTooOld'
        ? html`<p><a class="way" href="${again}">${words.signIn.again}</a></p>`
        : null,
  });
}

/** What this tool has no form for, and the realm has. @type {Partial<Record<string, 'forgotten-password' | 'forgotten-username'>>} */
const HELP = {
  FIRST_ACCESS_OR_FORGOTTEN_PASSWORD: 'forgotten-password',
  FORGOTTEN_USERNAME: 'forgotten-username',
};

/**
 * What the portal says comes next for whoever was not signed in: where it is done, and whom to ask.
 *
 * @param {object} problem
 * @param {import('@affilia/sdk/associations').Realm} realm
 * @param {import('./trees.mjs').Trees} trees
 */
export function drawWays(problem, realm, trees) {
  const { next, nextSteps = next ? [next] : [] } = /** @type {Problem} */ (problem);
  const steps = nextSteps.filter(({ kind }) => kind !== 'WAIT' && kind !== 'SIGN_IN' && kind !== 'DONE');
  if (steps.length === 0) return null;
  const support = steps.find(step => step.support)?.support ?? realm.support;
  return html`<ul>
      ${steps.map(({ kind, label }) => {
        const form = HELP[kind];
        return form
          ? html`<li><a class="way" href="${trees.helpAddress(form, realm)}">${label}</a></li>`
          : html`<li>${label}</li>`;
      })}
    </ul>
    ${support && html`<p>${support.text} <a href="mailto:${support.email}">${support.email}</a></p>`}`;
}

/** Says what came of the last act, and has the focus. @param {string} text */
export const drawOutcome = text => html`<p class="notice" role="status" tabindex="-1" autofocus>${text}</p>`;

/**
 * An answer without which there is nothing to ask of the portal, as it would say so itself.
 *
 * @param {string} field
 * @param {string} message
 */
export const missing = (field, message) => ({
  __typename: 'InvalidInput',
  message,
  issues: [{ path: ['input', field], message }],
});
