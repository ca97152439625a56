import { addressOf, affilia, words } from './connect.js';
import { dayInWords } from './dates.js';
import { drawLink } from './draw-link.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';
import { labelsOf } from './labels.js';
import { drawPages } from './organization-parts.js';
import { openMembersPage } from './page.js';

const say = words.billing;
/** Who pays for an organization. */
const PAYING = ['PRINCIPAL', 'DUES'];

// Back to a page that the browser kept: something may have been paid meanwhile.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

await openMembersPage(async ({ viewer }) => {
  const asked = new URLSearchParams(location.search).get('organization');
  const [kinds] = await labelsOf('InvoiceKind');
  const draw = list => drawPages(list, invoice => drawInvoice(invoice, kinds), say.none);
  const organizations = payingFor(viewer).filter(({ id }) => asked === null || id === asked);
  if (asked !== null && organizations.length === 0) return [h('p', {}, say.otherOrganization), toAll()];
  const theirs = organizations.map(async ({ id, publicName }) =>
    h('section', {}, h('h2', {}, publicName), await draw(affilia.billing.invoicesOf(id))),
  );
  return asked === null
    ? [
        h('section', {}, h('h2', {}, say.yours), await draw(affilia.billing.myInvoices())),
        ...(await Promise.all(theirs)),
      ]
    : [...(await Promise.all(theirs)), toAll()];
});

function payingFor({ delegations }) {
  const paying = delegations.filter(({ role, suspended }) => PAYING.includes(role) && !suspended);
  return [...new Map(paying.map(({ organization }) => [organization.id, organization])).values()];
}

function toAll() {
  return drawLink(addressOf('invoices.html'), say.all);
}

/** One invoice, whatever it is for, and the one way to pay it. */
function drawInvoice(invoice, kinds) {
  const { id, number, kind, issuer, memberName, issuedOn, dueOn, stateLabel, total, open } = invoice;
  const href = addressOf('invoice.html', { invoice: id });
  return h(
    'li',
    {},
    h('h3', { tabindex: '-1' }, h('a', { class: 'way', href }, number)),
    drawFacts([
      [say.kind, kinds.get(kind) ?? kind],
      [say.issuer, issuer.name],
      memberName && [say.member, memberName],
      [say.state, stateLabel],
      [say.issuedOn, dayInWords(issuedOn)],
      [say.total, total.formatted],
      open.cents > 0 && [say.open, open.formatted],
      open.cents > 0 && [say.dueOn, dayInWords(dueOn)],
    ]),
    open.cents > 0 &&
      h(
        'p',
        {},
        h(
          'a',
          { class: 'way', href: `${href}#paying` },
          say.pay,
          h('span', { class: 'unseen' }, words.colon, number),
        ),
      ),
  );
}
