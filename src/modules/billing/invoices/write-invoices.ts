import { dayAt } from '../../../kernel/deadline.ts';
import {
  newId,
  type AssociationId,
  type InvoiceId,
  type InvoiceLineId,
  type MembershipId,
} from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { violates } from '../../../platform/database/violation.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdMemberships } from '../../memberships/index.ts';
import { payerColumns } from '../payer.ts';
import { fiscalYearOf } from './fiscal-year.ts';
import { holdInvoices } from './hold-invoices.ts';
import { FeeAlreadyCharged, PeriodAlreadyBilled } from './invoice.problems.ts';
import { invoicesPorts } from './invoices.ports.ts';
import { keepLetterheads, readLetterheads, type Letterhead } from './letterhead.ts';
import type { NewInvoice, NewLine, WrittenInvoice } from './new-invoice.ts';

/** How invoices are laid out today. An older one keeps the layout that it was printed with. */
const LAYOUT = 1;

/**
 * One statement. The numbers come last and with the rows, so that others wait for their series as shortly as can be; it is
 * held until the change is over: an abort gives the numbers back, and none is ever left out.
 */
const write = statement<{ before: number }>(
  'invoices-write',
  `with came as materialized (
     select * from json_to_recordset($4::json) r (place integer, id uuid, kind text, due_on date, locale text,
       payer_person_id uuid, payer_organization_id uuid, payer_association_id uuid, membership_id uuid,
       place_of_supply text, net text, tax text, name text, attention text, street text, street2 text, city text,
       province text, postal_code text, country text)),
   letterheads as (${keepLetterheads('$11')}),
   lines as (
     insert into invoice_line (id, invoice_id, position, supplier_id, letterhead_id, fee_item_id, charged, kind,
       description_fr, description_en, quantity, unit_cents, net_cents, tax_cents, membership_id, period_from, period_to, effect,
       settlement, explanation, paid_cents, credited_cents)
     select r.id, r.invoice_id, r.position, r.supplier_id, r.letterhead_id, r.fee_item_id, f.charged, r.kind,
       r.description_fr, r.description_en, r.quantity, r.unit_cents::bigint, r.net_cents::bigint, r.tax_cents::bigint, r.membership_id,
       r.period_from, r.period_to, r.effect, r.settlement, r.explanation, 0, 0
     from json_to_recordset($5::json) r (id uuid, invoice_id uuid, position integer, supplier_id uuid,
       letterhead_id uuid, fee_item_id uuid, kind text, description_fr text, description_en text, quantity integer,
       unit_cents text, net_cents text, tax_cents text, membership_id uuid, period_from date, period_to date,
       effect text, settlement text, explanation jsonb)
     left join fee_item f on f.id = r.fee_item_id
     returning 1),
   taxes as (
     insert into invoice_line_tax (line_id, tax, per_100000, cents, registration_number)
     select r.line_id, r.tax, r.per_100000, r.cents::bigint, r.registration_number
     from json_to_recordset($6::json) r (line_id uuid, tax text, per_100000 integer, cents text,
       registration_number text)
     returning 1),
   addressed as (
     insert into bill_to (invoice_id, version, name, attention, street, street2, city, province, postal_code, country,
       recorded_at)
     select id, 1, name, attention, street, street2, city, province, postal_code, country, $7 from came
     returning 1),
   taken as (
     insert into number_series as s (issuer_id, kind, fiscal_year, last_number)
     select $1::uuid, 'INVOICE', $2::integer, $3::integer
     from (select count(*) from lines) l, (select count(*) from taxes) t, (select count(*) from addressed) a
     on conflict (issuer_id, kind, fiscal_year) do update set last_number = s.last_number + $3
     returning last_number - $3 as before),
   written as (
     insert into invoice (id, issuer_id, fiscal_year, number, kind, issued_at, issued_on, due_on, locale,
       letterhead_id, layout, payer_person_id, payer_organization_id, payer_association_id, membership_id,
       member_name, member_number, place_of_supply, net_cents, tax_cents, total_cents, paid_cents, credited_cents)
     select c.id, $1, $2, t.before + c.place, c.kind, $7, $8, c.due_on, c.locale, $9, $10, c.payer_person_id,
       c.payer_organization_id, c.payer_association_id, c.membership_id,
       case c.locale when 'fr-CA' then m.name_fr else m.name_en end, m.member_number, c.place_of_supply,
       c.net::bigint, c.tax::bigint, c.net::bigint + c.tax::bigint, 0, 0
     from came c cross join taken t
     -- The limit says that there is one of each, or a single invoice would look for its member in the whole table.
     left join lateral (
       select coalesce(o.public_name_fr, p.given_name || ' ' || p.family_name) as name_fr,
         coalesce(o.public_name_en, p.given_name || ' ' || p.family_name) as name_en, m.member_number
       from membership m left join person p on p.id = m.person_id left join organization o on o.id = m.organization_id
       where m.id = c.membership_id limit 1) m on true)
   select before from taken`,
);

type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

/**
 * Writes invoices of one issuer under its next numbers, in their order: all of them or none. Judges nobody's rights. A
 * clash with a line of an open or paid invoice for the same days is the refusal `PeriodAlreadyBilled`, a fee
 * that is charged once and stands there for them `FeeAlreadyCharged`. Of a great many, a few thousand at a time are
 * quickest, and fit in memory.
 */
export async function writeInvoices(
  context: Acting,
  tx: Tx,
  issuerId: AssociationId,
  invoices: readonly Omit<NewInvoice, 'issuerId'>[],
): Promise<readonly WrittenInvoice[]> {
  if (invoices.length === 0) return [];
  const { clock, random } = context;
  const suppliers = new Set(invoices.flatMap(({ lines }) => lines.map(line => line.supplierId)));
  const { letterheadOf, rows: letterheads } = await readLetterheads(tx, [issuerId, ...suppliers]);
  const issuer = letterheadOf(issuerId);
  const issuedAt = clock.now();
  const issuedOn = dayAt(issuer.timeZone, issuedAt);
  const fiscalYear = fiscalYearOf(issuedOn, issuer.yearStartsOn);
  const placed = invoices.map((invoice, place) => ({
    id: newId<'Invoice'>(clock, random),
    place: place + 1,
    invoice,
    lines: invoice.lines.map(line => ({ id: newId<'InvoiceLine'>(clock, random), line })),
  }));

  // In the order in which everybody holds them: nobody who changes one waits for the numbers that are taken now.
  const settling = invoices.filter(({ lines }) => settlesAtOnce(lines));
  if (settling.length > 0) await holdMemberships(tx, membershipsChangedBy(settling));
  const [taken] = await within(tx, write, [
    ...[issuerId, fiscalYear, invoices.length],
    JSON.stringify(placed.map(invoiceColumns)),
    JSON.stringify(placed.flatMap(one => lineColumns(one, letterheadOf))),
    JSON.stringify(placed.flatMap(({ lines }) => lines.flatMap(taxColumns))),
    ...[issuedAt, issuedOn, issuer.id, LAYOUT, letterheads],
  ]).catch(refuseBilledTwice);
  if (!taken) throw new Error('invoices took no numbers');

  for (const { id, invoice } of placed) if (settlesAtOnce(invoice.lines)) await settle(context, tx, id);
  return placed.map(({ id, place, lines }) => ({
    ...{ id, fiscalYear, number: taken.before + place },
    lineIds: lines.map(line => line.id),
  }));
}

function refuseBilledTwice(fault: unknown): never {
  if (violates(fault, 'invoice_line_one_live')) refuse(new PeriodAlreadyBilled());
  if (violates(fault, 'invoice_line_fee_once')) refuse(new FeeAlreadyCharged());
  throw fault;
}

const membershipsChangedBy = (invoices: readonly Pick<NewInvoice, 'lines'>[]): MembershipId[] => [
  ...new Set(
    invoices.flatMap(({ lines }) =>
      lines.flatMap(({ effect, membershipId }) =>
        effect === 'NONE' || membershipId === null ? [] : [membershipId],
      ),
    ),
  ),
];

async function settle(context: Acting, tx: Tx, id: InvoiceId): Promise<void> {
  const [held] = await holdInvoices(tx, [id]);
  if (!held) throw new Error('an invoice was lost while it was written');
  await context.ports.of(invoicesPorts).settleIssued(context, tx, held);
}

/** Whether something comes about as it is issued: by the policy of a line, or because nobody has anything to pay. */
function settlesAtOnce(lines: readonly NewLine[]): boolean {
  const effective = lines.filter(({ effect }) => effect !== 'NONE');
  if (effective.length === 0) return false;
  return effective.some(({ settlement }) => settlement === 'ON_INVOICE') || lines.every(isFree);
}

interface Placed {
  readonly id: InvoiceId;
  /** From 1. */
  readonly place: number;
  readonly invoice: Omit<NewInvoice, 'issuerId'>;
  readonly lines: readonly { readonly id: InvoiceLineId; readonly line: NewLine }[];
}

const netOf = ({ unit, quantity }: NewLine): Money => unit.times(quantity);
const taxOf = ({ taxes }: NewLine): Money =>
  taxes.reduce((sum, { amount }) => sum.plus(amount), Money.cad(0));
const isFree = (line: NewLine): boolean => netOf(line).plus(taxOf(line)).isZero();
const sumOf = (lines: readonly NewLine[], amountOf: (line: NewLine) => Money): Money =>
  lines.reduce((sum, line) => sum.plus(amountOf(line)), Money.cad(0));
const centsOf = ({ cents }: Money): string => cents.toString();

function invoiceColumns({ id, place, invoice }: Placed): object {
  const { payer, billTo, lines } = invoice;
  if (lines.length === 0) throw new Error('an invoice has a line');
  const { payerPersonId, payerOrganizationId, payerAssociationId } = payerColumns(payer);
  const { postalCode, ...addressee } = billTo;
  return {
    ...{ id, place, kind: invoice.kind, due_on: invoice.dueOn, locale: invoice.locale },
    payer_person_id: payerPersonId,
    payer_organization_id: payerOrganizationId,
    payer_association_id: payerAssociationId,
    membership_id: invoice.membershipId,
    place_of_supply: invoice.placeOfSupply,
    net: centsOf(sumOf(lines, netOf)),
    tax: centsOf(sumOf(lines, taxOf)),
    ...addressee,
    postal_code: postalCode,
  };
}

const lineColumns = (
  { id: invoiceId, lines }: Placed,
  letterheadOf: (body: AssociationId) => Letterhead,
): object[] =>
  lines.map(({ id, line }, place) => ({
    id,
    invoice_id: invoiceId,
    position: place + 1,
    supplier_id: line.supplierId,
    letterhead_id: letterheadOf(line.supplierId).id,
    fee_item_id: line.feeItemId,
    kind: line.kind,
    description_fr: line.descriptions.fr,
    description_en: line.descriptions.en,
    quantity: line.quantity,
    unit_cents: centsOf(line.unit),
    net_cents: centsOf(netOf(line)),
    tax_cents: centsOf(taxOf(line)),
    membership_id: line.membershipId,
    period_from: line.period?.from ?? null,
    period_to: line.period?.to ?? null,
    effect: line.effect,
    settlement: line.settlement,
    explanation: line.explanation,
  }));

const taxColumns = ({ id, line }: Placed['lines'][number]): object[] =>
  line.taxes.map(({ tax, per100000, amount, registrationNumber }) => ({
    line_id: id,
    tax,
    per_100000: per100000,
    cents: centsOf(amount),
    registration_number: registrationNumber,
  }));
