import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf, searchOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';

/** @type {import('../visit.mjs').Page} */
export const people = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const search = searchOf(address);
    const found = await portal.people.list({ associationId: body.id, search }).page(pageOf(address));

    return {
      title: words.pages.people,
      content: html`
        ${drawFilter(visit, drawInput({ name: 'search', label: words.people.search, value: search ?? '', type: 'search', maxlength: 100 }))}
        ${drawList(visit, found, {
          count: words.people.count,
          parameters: { search },
          draw: ({ id, displayName, contactEmail, workPhoneFormatted }) => html`
            <h2>${displayName}</h2>
            ${drawFacts([
              [words.people.facts.contactEmail, contactEmail],
              [words.people.facts.workPhone, workPhoneFormatted],
            ])}
            <p>
              <a class="way" href="${linkTo('people/person', { person: id })}"
                >${words.people.open(displayName)}</a
              >
            </p>
          `,
        })}
        ${found.totalCount === 0 && html`<p>${search === null ? words.people.empty : words.people.nobody}</p>`}
      `,
    };
  },
};
