import { labelOf, staffReachLabels, staffRoleLabels } from '@affilia/sdk/labels';
import { attributes, html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { drawRefusal } from '../refusal.mjs';
import { openForStaff } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @type {import('../visit.mjs').Page} */
export const home = {
  async get(visit) {
    const { words, locale, linkTo } = visit;
    const {
      staff: { viewer, bodies, body },
      portal,
    } = await openForStaff(visit);
    const [person] = viewer.persons;
    const own = body && viewer.staffAssignments.filter(({ association }) => association.code === body.code);
    const name = person?.displayName ?? viewer.account.username ?? viewer.account.addresses[0]?.address;
    const mine = body ? null : await portal.secondFactors.mine();
    if (mine?.factorOwed) {
      const page = mine.factorOwed.kind === 'ENROLL_SECOND_FACTOR' ? 'second-factor/add' : 'sign-in';
      return { to: linkTo(page, page === 'sign-in' ? { again: '1' } : {}) };
    }
    if (!body)
      return {
        title: words.pages[''],
        problem: true,
        status: 403,
        content: html`${drawTold(visit)}
        ${drawRefusal({
          message: words.home.noRole(name ?? ''),
          more: html`<p>${words.home.noRoleTodo}</p>`,
        })}`,
      };

    return {
      title: words.pages[''],
      content: html`
        ${drawTold(visit)}
        ${drawFacts([
          [words.home.signedIn, name],
          [words.home.association, body.name],
        ])}
        <h2 id="roles">${words.home.roles}</h2>
        ${own?.length === 0 && html`<p>${words.home.rolesFromAbove}</p>`}
        <ul>
          ${viewer.staffAssignments.map(
            ({ role, reach, association }) =>
              html`<li>
                ${labelOf(staffRoleLabels, role, locale)} – ${association.name}
                (${labelOf(staffReachLabels, reach, locale)})
              </li>`,
          )}
        </ul>
        ${
          bodies.length > 1 &&
          html`<h2>${words.home.associations}</h2>
            <p>${words.home.associationsHelp}</p>
            <ul class="plain">
              ${bodies.map(
                one =>
                  html`<li>
                    <a
                      href="${linkTo('', { association: one.code })}"
                      ${attributes({ 'aria-current': one === body && 'true' })}
                      >${one.name}</a
                    >
                  </li>`,
              )}
            </ul>`
        }
      `,
    };
  },
};
