import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf, searchOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';

/** @type {import('../visit.mjs').Page} */
export const organizations = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const search = searchOf(address);
    const found = await portal.organizations.list({ associationId: body.id, search }).page(pageOf(address));

    return {
      title: words.pages.organizations,
      content: html`
        ${drawFilter(visit, drawInput({ name: 'search', label: words.organizations.search, value: search ?? '', type: 'search', maxlength: 100 }))}
        ${drawList(visit, found, {
          count: words.organizations.count,
          parameters: { search },
          draw: ({ id, publicName, legalName, email, phoneFormatted }) => html`
            <h2>${publicName}</h2>
            ${drawFacts([
              [words.organizations.legalName, legalName],
              [words.email, email],
              [words.organizations.phone, phoneFormatted],
            ])}
            <p>
              <a class="way" href="${linkTo('invite', { organization: id })}"
                >${words.organizations.invite(publicName)}</a
              >
            </p>
            <p>
              <a class="way" href="${linkTo('invoices/issue', { organization: id })}"
                >${words.invoices.issue.wayOf(publicName)}</a
              >
            </p>
            <p>
              <a class="way" href="${linkTo('merges/propose', { kind: 'ORGANIZATION', kept: id })}"
                >${words.merges.form.wayOf(publicName)}</a
              >
            </p>
          `,
        })}
      `,
    };
  },
};
