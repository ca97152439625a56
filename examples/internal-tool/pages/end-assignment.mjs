import { drawIntent } from '../button.mjs';
import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawActRefusal } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawAssignment } from './team.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/staff').StaffAssignment} StaffAssignment */

/** Ends what somebody is on the staff. @type {import('../visit.mjs').Page} */
export const endAssignment = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const found = await portal.staff.get(visit.address.searchParams.get('role') ?? '');
    return found ? draw(visit, found, body.timeZone) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { portal, body } = await openForBody(visit);
    const found = await portal.staff.get(visit.address.searchParams.get('role') ?? '');
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.staff.end({
      staffAssignmentId: found.id,
      idempotencyKey: visit.form.get('key'),
    });
    if (!outcome.ok) return draw(visit, found, body.timeZone, outcome.problem);
    const isOwn = visit.staff?.viewer.staffAssignments.some(({ id }) => id === found.id);
    // Whoever ends their own role may not see the staff any more.
    return tellAt(visit, isOwn ? '' : 'staff', { done: visit.words.team.ended(nameIn(visit, found)) });
  },
};

/** @param {Visit} visit @param {StaffAssignment} assignment */
const nameIn = ({ words }, { person }) => person?.displayName ?? words.team.nobody;

/**
 * @param {Visit} visit
 * @param {StaffAssignment} assignment
 * @param {string} timeZone
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, assignment, timeZone, problem = null) {
  const { words, address, linkTo } = visit;
  const say = words.team;
  return {
    title: say.endTitle(nameIn(visit, assignment)),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem)} ${drawAssignment(visit, assignment, timeZone)}
      <p>${say.endWarning}</p>
      <form method="post" action="${address.pathname + address.search}">
        ${drawIntent(visit, problem)}
        <p><button class="main">${say.endSubmit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('staff')}">${say.toList}</a></p>
    `,
  };
}
