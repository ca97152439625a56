import { randomUUID } from 'node:crypto';
import { momentOf } from '../dates.mjs';
import { drawFault, SignInAgain } from '../fault.mjs';
import { drawHidden, drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { correctionsOf, drawActRefusal, drawOutcome, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/recovery').AddressReplacement} AddressReplacement */
/** @typedef {{ __typename: string, message: string }} Problem */

/** Where the record of a person leads here, for administrators. @param {Visit} visit @param {{ id: string, login: object | null }} person */
export const lostAddressWay = ({ words, linkTo, staff }, { id, login }) =>
  login && staff?.viewer.staffAssignments.some(({ role }) => role === 'ADMIN')
    ? { to: linkTo('people/address', { person: id }), label: words.lostAddress.way }
    : null;

/** Helps somebody who has lost the mailbox of their account. @type {import('../visit.mjs').Page} */
export const lostAddress = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    if (!person?.login) return drawFault(visit, 'NOT_FOUND');
    const waiting = await portal.recovery.addressReplacementOf(person.id);
    return draw(visit, { person, timeZone: body.timeZone, waiting });
  },

  async post(visit) {
    const { form, words, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    if (!person?.login) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.recovery.replaceLostAddress({
      personId: person.id,
      newAddress: form.get('newAddress') ?? '',
      identityCheck: form.get('identityCheck') ?? '',
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) {
      // The key stands for other words: the browser went back and changed them. They are another intent.
      if (outcome.problem.__typename === 'IdempotencyKeyReused') form.set('key', randomUUID());
      const waiting = await portal.recovery.addressReplacementOf(person.id);
      return draw(visit, { person, timeZone: body.timeZone, waiting, problem: outcome.problem });
    }
    const say = words.lostAddress;
    const { effectiveAt, done } = outcome.value;
    return {
      title: say.title(person.displayName),
      content: html`${drawOutcome(done ? say.done : say.waits(momentOf(effectiveAt, locale, body.timeZone) ?? ''))}
        <p><a class="way" href="${linkTo('people/person', { person: person.id })}">${say.toPerson}</a></p>`,
    };
  },
};

/** Takes the request back, and goes back to the record. @type {import('../visit.mjs').Page} */
export const withdrawLostAddress = {
  async post({ person, form, address, linkTo, words }) {
    if (!person) throw new SignInAgain();
    const personId = address.searchParams.get('person') ?? '';
    const outcome = await person.portal.recovery.withdrawAddressReplacement({
      personId,
      idempotencyKey: form.get('key'),
    });
    const say = words.lostAddress;
    /** @type {import('../told.mjs').Told} */
    const told = outcome.ok
      ? { done: say.withdrawn }
      : { refused: `${say.notWithdrawn} ${outcome.problem.message}` };
    return { to: linkTo('people/person', { person: personId, outcome: person.tell(told) }) };
  },
};

/**
 * @param {Visit} visit
 * @param {{
 *   person: { id: string, displayName: string },
 *   timeZone: string,
 *   waiting: AddressReplacement | null,
 *   problem?: Problem | null,
 * }} facts
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { person, timeZone, waiting, problem = null }) {
  const { words, form, browser, address, linkTo } = visit;
  const say = words.lostAddress;
  const labels = { newAddress: say.newAddress, identityCheck: say.check };
  const corrections = correctionsOf(problem ?? {}, {
    newAddress: 'newAddress',
    identityCheck: 'identityCheck',
  });
  return {
    title: say.title(person.displayName),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels })}
      <p>${say.intro}</p>
      <ul>
        ${say.steps.map(step => html`<li>${step}</li>`)}
      </ul>
      ${waiting && drawWaiting(visit, { person, timeZone, waiting })}
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawHidden({ token: browser.formToken, key: form.get('key') ?? randomUUID() })}
        ${drawInput({
          name: 'newAddress',
          label: say.newAddress,
          help: say.newAddressHelp,
          value: form.get('newAddress') ?? '',
          type: 'email',
          maxlength: 254,
          required: true,
          autocomplete: 'off',
          faults: faultsOf(corrections, 'newAddress'),
        })}
        ${drawInput({
          name: 'identityCheck',
          label: say.check,
          help: say.checkHelp,
          value: form.get('identityCheck') ?? '',
          maxlength: 500,
          required: true,
          faults: faultsOf(corrections, 'identityCheck'),
        })}
        <p><button class="main">${waiting && !waiting.askedByViewer ? say.approve : say.submit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('people/person', { person: person.id })}">${say.toPerson}</a></p>
    `,
  };
}

/**
 * What was asked before, and the button that takes it back.
 *
 * @param {Visit} visit
 * @param {{ person: { id: string }, timeZone: string, waiting: AddressReplacement }} facts
 */
function drawWaiting({ words, locale, browser, linkTo }, { person, timeZone, waiting }) {
  const say = words.lostAddress;
  const { newAddress, askedAt, effectiveAt, askedByViewer } = waiting;
  return html`<h2>${say.waiting}</h2>
    ${drawFacts([
      [say.newAddress, newAddress],
      [say.askedOn, momentOf(askedAt, locale, timeZone)],
      [say.takesEffect, momentOf(effectiveAt, locale, timeZone)],
    ])}
    <p>${askedByViewer ? say.byYou : say.byAnother}</p>
    <form method="post" action="${linkTo('people/address/withdraw', { person: person.id })}">
      ${drawHidden({ token: browser.formToken, key: randomUUID() })}
      <p><button>${say.withdraw}</button></p>
    </form>`;
}
