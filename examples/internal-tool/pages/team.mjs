import { labelOf, staffReachLabels, staffRoleLabels } from '@affilia/sdk/labels';
import { dayOf, lastDayOf } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf } from '../lists.mjs';
import { isAdministrator, openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {keyof typeof staffRoleLabels} Role */

const ROLES = /** @type {Role[]} */ (Object.keys(staffRoleLabels));

/** Who is on the staff, for administrators. @type {import('../visit.mjs').Page} */
export const team = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    if (!isAdministrator(visit.staff)) return drawFault(visit, 'FORBIDDEN');
    const say = words.team;
    const role = ROLES.find(one => one === address.searchParams.get('role')) ?? null;
    const found = await portal.staff.list(body.id, role ? { role } : {}).page(pageOf(address));

    return {
      title: words.pages.staff,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        <p><a class="way" href="${linkTo('people')}">${say.add}</a></p>
        ${drawFilter(
          visit,
          drawSelect({
            name: 'role',
            label: say.role,
            value: role,
            options: [{ value: '', label: say.anyRole }, ...optionsOf(staffRoleLabels, locale)],
          }),
        )}
        ${drawList(visit, found, {
          count: say.count,
          parameters: { role },
          draw: assignment => {
            const name = assignment.person?.displayName ?? say.nobody;
            return html`<h2>${name}</h2>
              ${drawAssignment(visit, assignment, body.timeZone)}
              ${
                assignment.viewerCan.end &&
                html`<p>
                  <a class="way" href="${linkTo('staff/end', { role: assignment.id })}">${say.end(name)}</a>
                </p>`
              }`;
          },
        })}
        ${found.totalCount === 0 && html`<p>${role === null ? say.empty : say.none}</p>`}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {import('@affilia/sdk/staff').StaffAssignment} assignment @param {string} timeZone */
export function drawAssignment({ words, locale }, { role, reach, from, to }, timeZone) {
  const { facts } = words.team;
  return drawFacts([
    [facts.role, labelOf(staffRoleLabels, role, locale)],
    [facts.reach, labelOf(staffReachLabels, reach, locale)],
    [facts.from, dayOf(from, locale, timeZone)],
    [facts.to, to && lastDayOf(to, locale, timeZone)],
  ]);
}
