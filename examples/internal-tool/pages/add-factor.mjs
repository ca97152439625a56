import { SignInAgain } from '../fault.mjs';
import { drawHidden, drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawOutcome, drawRefusal, faultsOf } from '../refusal.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {Extract<Awaited<ReturnType<import('../connect.mjs').Portal['secondFactors']['enrollTotp']>>, { ok: true }>['value']} Enrolment */

/**
 * Adds an authenticator app, for who must have one: the picture to scan, then its first code.
 *
 * @type {import('../visit.mjs').Page}
 */
export const addFactor = {
  get(visit) {
    if (!visit.person) throw new SignInAgain();
    return drawStart(visit);
  },

  async post(visit) {
    const { person, form } = visit;
    if (!person) throw new SignInAgain();
    const { secondFactors } = person.portal;
    const begun = /** @type {Enrolment | null} */ (person.toldAs(form.get('enrolment')));
    if (!begun) {
      const outcome = await secondFactors.enrollTotp();
      if (outcome.ok) return drawEnrolment(visit, outcome.value, person.tell(outcome.value));
      return outcome.problem.__typename === 'SignInTooOld'
        ? { to: visit.linkTo('sign-in', { again: '1' }) }
        : drawStart(visit, outcome.problem);
    }
    const outcome = await secondFactors.confirmTotp({ code: form.get('code') ?? '' });
    if (outcome.ok) return drawDone(visit, outcome.value.recoveryCodes ?? []);
    return drawEnrolment(visit, begun, form.get('enrolment') ?? '', outcome.problem);
  },
};

/**
 * @param {Visit} visit
 * @param {{ message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function drawStart({ words, browser, linkTo }, problem = null) {
  const say = words.secondFactor;
  return {
    title: say.add,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawRefusal({ message: problem.message })}
      <p>${say.addIntro}</p>
      <form method="post" action="${linkTo('second-factor/add')}">
        ${drawHidden({ token: browser.formToken })}
        <p><button class="main">${say.begin}</button></p>
      </form>
    `,
  };
}

/**
 * @param {Visit} visit
 * @param {Enrolment} enrolment
 * @param {string} name
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function drawEnrolment({ words, browser, linkTo }, { secret, qrCode, form }, name, problem = null) {
  const say = words.secondFactor;
  const corrections = correctionsOf(problem ?? {}, { code: 'code' });
  const [field] = form.fields;
  return {
    title: say.add,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawRefusal({ message: problem.message, corrections })}
      <p>${say.scan}</p>
      <p>${drawPicture(qrCode, say.picture)}</p>
      <p>${say.typeSecret} <code>${secret.replace(/.{4}(?=.)/g, '$& ')}</code></p>
      <form method="post" action="${linkTo('second-factor/add')}" novalidate>
        ${drawHidden({ token: browser.formToken, enrolment: name })}
        ${drawInput({
          name: 'code',
          label: field?.label ?? '',
          ...(field?.help && { help: field.help }),
          required: true,
          autocomplete: 'one-time-code',
          faults: faultsOf(corrections, 'code'),
        })}
        <p><button class="main">${form.submitLabel}</button></p>
      </form>
    `,
  };
}

/** What the portal draws, line by line: nothing of it becomes markup of this page. @param {string} svg @param {string} label */
function drawPicture(svg, label) {
  const [, size = '0'] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
  const [, lines = ''] = /stroke="#000000" d="([^"]*)"/.exec(svg) ?? [];
  return html`<svg class="qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <path fill="#ffffff" d="M0 0h${size}v${size}H0z" />
    <path stroke="#000000" d="${lines}" />
  </svg>`;
}

/**
 * @param {Visit} visit
 * @param {readonly string[]} recoveryCodes
 * @returns {import('../visit.mjs').Drawn}
 */
function drawDone({ words, linkTo }, recoveryCodes) {
  const say = words.secondFactor;
  return {
    title: say.codes,
    content: html`
      ${drawOutcome(say.added)}
      ${
        recoveryCodes.length > 0 &&
        html`<p>${say.codesText}</p>
          <ul>
            ${recoveryCodes.map(code => html`<li><code>${code}</code></li>`)}
          </ul>`
      }
      <p><a class="way" href="${linkTo('')}">${say.goOn}</a></p>
    `,
  };
}
