import { randomUUID } from 'node:crypto';
import { momentOf } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { correctionsOf, drawActRefusal, drawOutcome, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {{ __typename: string, message: string }} Problem */

/** Where the record of a person leads here, for administrators. @param {Visit} visit @param {{ id: string, login: object | null }} person */
export const factorResetWay = ({ words, linkTo, staff }, { id, login }) =>
  login && staff?.viewer.staffAssignments.some(({ role }) => role === 'ADMIN')
    ? { to: linkTo('people/factors', { person: id }), label: words.security.reset.way }
    : null;

/** Helps somebody who has lost what they prove beside their password. @type {import('../visit.mjs').Page} */
export const factorReset = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    if (!person?.login) return drawFault(visit, 'NOT_FOUND');
    return draw(visit, {
      person,
      timeZone: body.timeZone,
      latest: await portal.secondFactors.resetOfPerson(person.id),
    });
  },

  async post(visit) {
    const { form, words, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    if (!person?.login) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.secondFactors.reset({
      personId: person.id,
      identityCheck: form.get('identityCheck') ?? '',
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) {
      // The key stands for other words: the browser went back and changed them. They are another intent.
      if (outcome.problem.__typename === 'IdempotencyKeyReused') form.set('key', randomUUID());
      const latest = await portal.secondFactors.resetOfPerson(person.id);
      return draw(visit, { person, timeZone: body.timeZone, latest, problem: outcome.problem });
    }
    const say = words.security.reset;
    const { effectiveAt, done } = outcome.value;
    return {
      title: say.title(person.displayName),
      content: html`${drawOutcome(done ? say.done : say.waits(momentOf(effectiveAt, locale, body.timeZone) ?? ''))}
        <p><a class="way" href="${linkTo('people/person', { person: person.id })}">${say.toPerson}</a></p>`,
    };
  },
};

/**
 * @param {Visit} visit
 * @param {{
 *   person: { id: string, displayName: string },
 *   timeZone: string,
 *   latest: import('@affilia/sdk/second-factors').SecondFactorReset | null,
 *   problem?: Problem | null,
 * }} facts
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { person, timeZone, latest, problem = null }) {
  const { words, form, browser, address, linkTo } = visit;
  const say = words.security.reset;
  const corrections = correctionsOf(problem ?? {}, { identityCheck: 'identityCheck' });
  const isApproval = latest?.state === 'WAITING' && !latest.askedByViewer;
  return {
    title: say.title(person.displayName),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: { identityCheck: say.check } })}
      <p>${say.intro}</p>
      <ul>
        ${say.steps.map(step => html`<li>${step}</li>`)}
      </ul>
      ${latest && drawLatest(visit, latest, timeZone)}
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawHidden({ token: browser.formToken, key: form.get('key') ?? randomUUID() })}
        ${drawInput({
          name: 'identityCheck',
          label: say.check,
          help: say.checkHelp,
          value: form.get('identityCheck') ?? '',
          maxlength: 500,
          required: true,
          faults: faultsOf(corrections, 'identityCheck'),
        })}
        <p><button class="main">${isApproval ? say.approve : say.submit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('people/person', { person: person.id })}">${say.toPerson}</a></p>
    `,
  };
}

/** What was asked before. @param {Visit} visit @param {import('@affilia/sdk/second-factors').SecondFactorReset} latest @param {string} timeZone */
function drawLatest({ words, locale }, { state, stateLabel, askedAt, askedByViewer, effectiveAt }, timeZone) {
  const say = words.security.reset;
  const waits = state === 'WAITING';
  return html`<h2>${say.state}</h2>
    ${drawFacts([
      [say.stateIs, stateLabel],
      [say.askedOn, momentOf(askedAt, locale, timeZone)],
      [say.takesEffect, waits && momentOf(effectiveAt, locale, timeZone)],
    ])}
    ${waits && html`<p>${askedByViewer ? say.byYou : say.byAnother}</p>`}
    ${state === 'CONTESTED' && html`<p>${say.contested}</p>`}`;
}
