import { randomUUID } from 'node:crypto';
import { dayOf } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawTicks } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawActRefusal, drawOutcome } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/people').PersonOnFile} PersonOnFile */
/** @typedef {{ message: string, leftOut: readonly string[], remaining: number, expiresAt: string | null, file: string | null }} Told */

/** Where the record of a person without an account and an address leads here. @param {Visit} visit @param {PersonOnFile} person */
export const letterWay = ({ words, linkTo }, { id, login, contactEmail }) =>
  login === null && contactEmail === null
    ? { to: linkTo('letters', { person: id }), label: words.letters.way }
    : null;

const EVERYBODY = ['waiting', 'all'];

/** Makes links to a first access for people without an e-mail address. @type {import('../visit.mjs').Page} */
export const letters = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const person = await readPerson(portal, visit);
    return person === undefined ? drawFault(visit, 'NOT_FOUND') : draw(visit, person);
  },

  async post(visit) {
    const { form, linkTo, person: staff } = visit;
    const { portal, body } = await openForBody(visit);
    const person = await readPerson(portal, visit);
    if (person === undefined) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.recovery.exportCompletionLinks({
      associationId: body.id,
      ...(person ? { personIds: [person.id] } : { replaceLiveLinks: form.get('whom') === 'all' }),
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) {
      // The key stands for another choice: the browser went back and changed it. That is another intent.
      if (outcome.problem.__typename === 'IdempotencyKeyReused') form.set('key', randomUUID());
      return draw(visit, person, outcome.problem);
    }
    const { csv, message, linkCount, expiresAt, leftOut, remaining } = outcome.value;
    /** @type {Told} */
    const told = {
      message,
      leftOut: leftOut.map(({ label }) => label),
      remaining,
      expiresAt: linkCount > 0 ? expiresAt : null,
      file: (csv !== null && staff?.tell({ csv })) || null,
    };
    return { to: linkTo('letters/result', { outcome: staff?.tell(told) }) };
  },
};

/** What was made; the list itself is behind a link that works once. @type {import('../visit.mjs').Page} */
export const lettersResult = {
  async get(visit) {
    const { words, locale, address, person, linkTo } = visit;
    const { body } = await openForBody(visit);
    const say = words.letters;
    const told = /** @type {Told | null} */ (person?.toldAs(address.searchParams.get('outcome')) ?? null);
    const file = person?.toldAs(told?.file ?? null) ? told?.file : null;
    const lastDay = told?.expiresAt ? dayOf(told.expiresAt, locale, body.timeZone) : null;
    return {
      title: say.title,
      content: html`${drawOutcome(told?.message ?? say.gone)}
        ${told && told.leftOut.length > 0 && html`<p>${say.leftOut(told.leftOut.join(', '))}</p>`}
        ${told && told.remaining > 0 && html`<p>${say.remaining(told.remaining)}</p>`}
        ${lastDay && html`<p>${say.lastDay(lastDay)}</p>`}
        ${file && html`<p><a class="way" href="${linkTo('letters/file', { outcome: file })}" download>${say.download}</a></p>`}
        <p><a class="way" href="${linkTo('letters')}">${say.again}</a></p>`,
    };
  },
};

/** The list, as a file. It is forgotten as it is given. @type {import('../visit.mjs').Page} */
export const lettersFile = {
  async get(visit) {
    const { words, address, person } = visit;
    await openForBody(visit);
    const told = /** @type {{ csv: string } | null} */ (
      person?.takeTold(address.searchParams.get('outcome')) ?? null
    );
    return told
      ? { file: told.csv, name: words.letters.fileName, type: 'text/csv; charset=utf-8' }
      : { title: words.letters.title, status: 410, content: drawOutcome(words.letters.gone) };
  },
};

/** Whom the address names; null for everybody, undefined for somebody who is not there. @param {import('../connect.mjs').Portal} portal @param {Visit} visit */
async function readPerson(portal, { address }) {
  const id = address.searchParams.get('person');
  return id === null ? null : ((await portal.people.get(id)) ?? undefined);
}

/**
 * @param {Visit} visit
 * @param {PersonOnFile | null} person
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, person, problem = null) {
  const { words, form, browser, address } = visit;
  const say = words.letters;
  const choice = drawTicks({
    type: 'radio',
    name: 'whom',
    label: say.whom,
    required: true,
    options: EVERYBODY.map(value => ({ value, label: say.choices[value] ?? value })),
    chosen: [form.get('whom') ?? 'waiting'],
  });
  return {
    title: person ? say.titleFor(person.displayName) : say.title,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem)}
      <p>${say.intro}</p>
      <ul>
        ${say.steps.map(step => html`<li>${step}</li>`)}
      </ul>
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawHidden({ token: browser.formToken, key: form.get('key') ?? randomUUID() })}
        ${person ? null : choice}
        <p><button class="main">${say.submit}</button></p>
      </form>
    `,
  };
}
