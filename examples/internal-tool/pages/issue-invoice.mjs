import { invoiceKindLabels, invoiceLineKindLabels, taxTreatmentLabels } from '@affilia/sdk/labels';
import { drawActForm } from '../act-form.mjs';
import { centsIn } from '../cents.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawSelect, optionsOf } from '../fields.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('../connect.mjs').Portal} Portal */
/** @typedef {Exclude<keyof typeof invoiceKindLabels, 'DUES'>} Kind */
/** @typedef {keyof typeof invoiceLineKindLabels} LineKind */
/** @typedef {keyof typeof taxTreatmentLabels} Treatment */

/** Dues follow from the rules of prices. */
const KINDS = /** @type {Kind[]} */ (Object.keys(invoiceKindLabels).filter(one => one !== 'DUES'));
const LINE_KINDS = /** @type {LineKind[]} */ (
  Object.keys(invoiceLineKindLabels).filter(one => one !== 'DUES')
);
const TREATMENTS = /** @type {Treatment[]} */ (Object.keys(taxTreatmentLabels));

/** Where the record of a person leads here. @param {Visit} visit @param {{ id: string }} person */
export const issueInvoiceWay = ({ words, linkTo }, { id }) => ({
  to: linkTo('invoices/issue', { person: id }),
  label: words.invoices.issue.way,
});

/** Bills a person or an organization for one item. @type {import('../visit.mjs').Page} */
export const issueInvoice = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const payer = await payerIn(portal, visit.address);
    return payer ? draw(visit, payer) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.invoices;
    const payer = await payerIn(portal, address);
    if (!payer) return drawFault(visit, 'NOT_FOUND');
    const unitCents = centsIn(form.get('unitCents'));
    if (unitCents === null) return draw(visit, payer, missing('unitCents', say.amount));
    const quantity = Number(form.get('quantity'));
    if (!Number.isInteger(quantity)) return draw(visit, payer, missing('quantity', say.issue.quantityFault));
    const dueOn = form.get('dueOn');
    if (!dueOn) return draw(visit, payer, missing('dueOn', say.day));
    const outcome = await portal.treasury.issueInvoice({
      associationId: body.id,
      kind: KINDS.find(one => one === form.get('kind')) ?? 'OTHER',
      payerId: payer.id,
      dueOn,
      lines: [
        {
          descriptionFr: form.get('descriptionFr') ?? '',
          descriptionEn: form.get('descriptionEn') ?? '',
          kind: LINE_KINDS.find(one => one === form.get('lineKind')) ?? 'OTHER',
          quantity,
          unitCents,
          taxTreatment: TREATMENTS.find(one => one === form.get('taxTreatment')) ?? 'SALES',
        },
      ],
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, payer, atFields(outcome.problem));
    const { id, number } = outcome.value.invoice;
    return tellAt(visit, 'invoices/invoice', { done: say.issue.done(number) }, { invoice: id });
  },
};

/** @param {Portal} portal @param {URL} address */
async function payerIn(portal, { searchParams }) {
  const organization = searchParams.get('organization');
  if (organization !== null) {
    const found = await portal.organizations.get(organization);
    return found && { id: found.id, name: found.publicName };
  }
  const found = await portal.people.get(searchParams.get('person') ?? '');
  return found && { id: found.id, name: found.displayName };
}

/**
 * What is wrong with the one line stands at the fields of the form, which has no lines.
 *
 * @param {{ __typename: string, message: string, issues?: readonly { path: readonly string[], message: string }[] }} problem
 */
const atFields = problem => ({
  ...problem,
  issues: problem.issues?.map(issue => {
    const [input = '', first = '', , field] = issue.path;
    const name = field === 'kind' ? 'lineKind' : (field ?? first);
    return { ...issue, path: [input, name] };
  }),
});

/** @param {Visit} visit @param {{ name: string }} payer @param {{ __typename: string, message: string } | null} problem */
function draw(visit, { name: payerName }, problem = null) {
  const { words, locale, form } = visit;
  const say = words.invoices.issue;
  const typed = (/** @type {string} */ name, usual = '') => form.get(name) ?? usual;
  return drawActForm(visit, {
    title: say.title(payerName),
    labels: say.labels,
    problem,
    fields: faults => {
      const input = (
        /** @type {keyof typeof say.labels} */ name,
        /** @type {{ type?: string, value?: string, maxlength?: number }} */ { value, ...more } = {},
      ) =>
        drawInput({
          name,
          label: say.labels[name],
          value: typed(name, value),
          required: true,
          faults: faults(name),
          ...more,
        });
      const select = (
        /** @type {keyof typeof say.labels} */ name,
        /** @type {import('../fields.mjs').Option[]} */ options,
        usual = '',
      ) =>
        drawSelect({
          name,
          label: say.labels[name],
          value: typed(name, usual),
          options,
          faults: faults(name),
        });
      const notDues = (/** @type {import('../fields.mjs').Option} */ { value }) => value !== 'DUES';
      return [
        select('kind', optionsOf(invoiceKindLabels, locale).filter(notDues), 'OTHER'),
        input('dueOn', { type: 'date' }),
        input('descriptionFr', { maxlength: 200 }),
        input('descriptionEn', { maxlength: 200 }),
        select('lineKind', optionsOf(invoiceLineKindLabels, locale).filter(notDues), 'OTHER'),
        input('quantity', { value: '1', maxlength: 5 }),
        input('unitCents', { maxlength: 20 }),
        select('taxTreatment', optionsOf(taxTreatmentLabels, locale), 'SALES'),
      ];
    },
    submit: say.submit,
  });
}
