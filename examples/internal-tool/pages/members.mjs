import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { dayInWords } from '../dates.mjs';
import { drawFacts, drawFilter, drawList, pageOf, searchOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';

/** @type {import('../visit.mjs').Page} */
export const members = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const search = searchOf(address);
    const found = await portal.registrar.list({ associationId: body.id, search }).page(pageOf(address));

    return {
      title: words.pages.members,
      content: html`
        <p><a class="way" href="${linkTo('letters')}">${words.letters.title}</a></p>
        ${drawFilter(visit, drawInput({ name: 'search', label: words.members.search, value: search ?? '', type: 'search', maxlength: 100 }))}
        ${drawList(visit, found, {
          count: words.members.count,
          parameters: { search },
          draw: member => html`
            <h2>${member.holderName}</h2>
            ${drawFacts([
              [words.members.number, member.memberNumber],
              [words.members.class, member.class?.name],
              [words.members.status, member.status.label],
              [words.members.since, dayInWords(member.memberSince, locale)],
            ])}
            <p>
              <a class="way" href="${linkTo('members/membership', { membership: member.id })}"
                >${words.membership.open(member.holderName)}</a
              >
            </p>
            <p>
              ${
                member.organization
                  ? html`<a class="way" href="${linkTo('invite', { organization: member.organization.id })}"
                      >${words.organizations.invite(member.holderName)}</a
                    >`
                  : html`<a class="way" href="${linkTo('invite', { membership: member.id })}"
                      >${words.members.invite(member.holderName)}</a
                    >`
              }
            </p>
          `,
        })}
      `,
    };
  },
};
