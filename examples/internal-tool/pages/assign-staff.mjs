import { staffReachLabels, staffRoleLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { startOfDay } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf, missing } from '../refusal.mjs';
import { isAdministrator, openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/people').PersonOnFile} PersonOnFile */

/** Where the record of a person leads here, for administrators. @param {Visit} visit @param {PersonOnFile} person */
export const assignStaffWay = ({ words, linkTo, staff }, { id, login }) =>
  login && isAdministrator(staff)
    ? { to: linkTo('staff/assign', { person: id }), label: words.team.way }
    : null;

/** Puts somebody on file on the staff. @type {import('../visit.mjs').Page} */
export const assignStaff = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    return person ? draw(visit, person) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const person = await portal.people.get(visit.address.searchParams.get('person') ?? '');
    if (!person) return drawFault(visit, 'NOT_FOUND');
    const role = chosen(staffRoleLabels, form.get('role'));
    if (!role) return draw(visit, person, missing('role', words.team.chooseRole));
    const day = form.get('lastDay')?.trim() ?? '';
    const to = day === '' ? null : startOfDay(day, body.timeZone, 1);
    if (day !== '' && to === null) return draw(visit, person, missing('to', words.team.notADay));
    const outcome = await portal.staff.assign({
      associationId: body.id,
      personId: person.id,
      role,
      reach: chosen(staffReachLabels, form.get('reach')) ?? 'NODE',
      to,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, person, outcome.problem);
    return tellAt(visit, 'staff', { done: words.team.assigned(person.displayName) });
  },
};

/**
 * @template {string} Value
 * @param {Readonly<Record<Value, unknown>>} labels
 * @param {string | null} value
 */
const chosen = (labels, value) => /** @type {Value[]} */ (Object.keys(labels)).find(one => one === value);

/**
 * @param {Visit} visit
 * @param {PersonOnFile} person
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, person, problem = null) {
  const { words, locale, form, address, linkTo } = visit;
  const say = words.team;
  const corrections = correctionsOf(problem ?? {}, { role: 'role', reach: 'reach', to: 'lastDay' });
  return {
    title: say.title(person.displayName),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawIntent(visit, problem)}
        ${drawTicks({
          type: 'radio',
          name: 'role',
          label: say.labels.role,
          required: true,
          options: optionsOf(staffRoleLabels, locale),
          chosen: form.getAll('role'),
          faults: faultsOf(corrections, 'role'),
        })}
        ${drawTicks({
          type: 'radio',
          name: 'reach',
          label: say.labels.reach,
          required: true,
          options: optionsOf(staffReachLabels, locale),
          chosen: [form.get('reach') ?? 'NODE'],
          faults: faultsOf(corrections, 'reach'),
        })}
        ${drawInput({
          name: 'lastDay',
          label: say.labels.lastDay,
          help: say.lastDayHelp,
          value: form.get('lastDay') ?? '',
          maxlength: 10,
          faults: faultsOf(corrections, 'lastDay'),
        })}
        <p><button class="main">${say.submit}</button></p>
      </form>
      <p>
        <a class="way" href="${linkTo('people/person', { person: person.id })}"
          >${words.lostAddress.toPerson}</a
        >
      </p>
    `,
  };
}
