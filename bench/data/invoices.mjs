import { Money } from '../../dist/kernel/money.js';
import { allocate } from '../../dist/modules/billing/ledger/allocate.js';
import { paymentPostings } from '../../dist/modules/billing/ledger/payment-postings.js';
import { idSql as uid } from './ids.mjs';

const cad = cents => Money.cad(cents);

/** What everybody owes: `own` is the body that bills, the national one gets the rest. */
const LINES = [
  {
    kind: 'DUES',
    supplier: 'own',
    net: 50_000,
    taxes: { GST: 2_500, QST: 4_988 },
    words: ['Cotisation', 'Dues'],
  },
  { kind: 'CONTRIBUTION', supplier: 'national', net: 2_950, taxes: {}, words: ['Contribution', 'Levy'] },
  {
    kind: 'INSURANCE',
    supplier: 'national',
    net: 8_500,
    taxes: { PREMIUM_TAX: 765 },
    words: ['Assurance', 'Cover'],
  },
].map((line, place) => ({ ...line, position: place + 1, tax: sum(Object.values(line.taxes)) }));
const RATES = {
  GST: [5_000, '123456789 RT0001'],
  QST: [9_975, '1234567890 TQ0001'],
  PREMIUM_TAX: [9_000, null],
};
const NET = sum(LINES.map(({ net }) => net));
const TAX = sum(LINES.map(({ tax }) => tax));
/** What was received on an invoice of each state, in cents. */
const RECEIVED = { PAID: NET + TAX, PARTLY_PAID: 20_000, OVERDUE: 0, OPEN: 0, CREDITED: 0 };

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What a payment of so many cents is on each line, and how the house posts it. */
function postedOf(cents) {
  const open = LINES.map(({ position, net, tax }) => ({
    invoiceId: 1,
    lineId: position,
    open: cad(net + tax),
  }));
  const parts = allocate(open, cad(cents));
  const lines = LINES.map(({ position, supplier, net, taxes }) => ({
    ...{ id: position, supplierId: supplier, taxBodies: {}, paid: cad(0), net: cad(net) },
    taxes: Object.entries(taxes).map(([tax, amount]) => ({ tax, amount: cad(amount) })),
  }));
  return { parts, postings: paymentPostings({ amount: cad(cents), payer: null, lines, parts }) };
}

const text = value => (value === null || value === undefined ? 'null' : `'${value}'`);
const listed = rows => rows.map(row => `(${row.join(', ')})`).join(', ');

const lineRows = listed(
  LINES.map(({ position, kind, supplier, words: [fr, en], net, tax }) => [
    ...[position, text(kind), supplier === 'own', text(fr), text(en), net, tax],
  ]),
);
const taxRows = listed(
  LINES.flatMap(({ position, taxes }) =>
    Object.entries(taxes).map(([tax, cents]) => [
      position,
      text(tax),
      RATES[tax][0],
      cents,
      text(RATES[tax][1]),
    ]),
  ),
);
const received = Object.entries(RECEIVED).filter(([, cents]) => cents > 0);
const partRows = listed(
  received.flatMap(([state, cents]) =>
    postedOf(cents).parts.map(({ lineId, amount }) => [text(state), lineId, amount.cents]),
  ),
);
const postingRows = listed(
  received.flatMap(([state, cents]) =>
    postedOf(cents)
      .postings.filter(({ amount }) => !amount.isZero())
      .map(({ account, bodyId, tax, lineId, amount }) => [
        ...[text(state), text(account), bodyId === undefined ? 'null::boolean' : bodyId === 'own'],
        ...[`${text(tax)}::text`, `${lineId ?? 'null'}::int`, amount.cents],
      ]),
  ),
);
const receivedRows = listed(Object.entries(RECEIVED).map(([state, cents]) => [text(state), cents]));

const body = own => `case when ${own} then ${uid('association', 'b.body')} else ${uid('association', 0)} end`;
const LETTERHEAD = { own: uid('letterhead', 'b.body'), national: uid('letterhead', 0) };

/**
 * Dues of this year for each membership of `admitted`, and of last year for one of three. One of seven has not paid for
 * this year, as its terms say: a quarter of those is late, has paid a part, has time, or had all of it taken back.
 */
export const invoiceStatements = [
  `insert into letterhead
   select ${uid('letterhead', 'n')}, a.id, jsonb_build_object('code', code, 'nameFr', name_fr, 'nameEn', name_en,
     'shortNameFr', short_name_fr, 'shortNameEn', short_name_en, 'postalAddress', postal_address,
     'supportEmail', support_email, 'supportPhone', null, 'supportTollFreePhone', null, 'websiteFr', website_fr,
     'websiteEn', website_en, 'languagePolicy', language_policy)
   from generate_series(0, 11) n join association a on a.id = ${uid('association', 'n')}`,

  `create temporary table billed as
   select *, row_number() over (partition by body, year order by issued_at, id)::int as number,
     array[uuidv7(), uuidv7(), uuidv7()] as lines, uuidv7() as payment_id, uuidv7() as journal_id,
     uuidv7() as credit_note_id
   from (
     select a.body, a.n, a.id as membership_id, a.person_id, a.organization_id, a.number as member_number, year, state,
       case when state in ('PARTLY_PAID', 'OPEN') then timestamptz '2026-11-02 15:00Z'
         else make_timestamptz(year, 1, 5 + (a.n % 5)::int, 15, 0, 0, 'UTC') end as issued_at,
       case when state in ('PARTLY_PAID', 'OPEN') then date '2026-12-31' else make_date(year, 2, 28) end as due_on,
       uuidv7() as id
     from admitted a, generate_series(case a.n % 3 when 0 then 2025 else 2026 end, 2026) year,
       lateral (select case when year = 2025 or a.n % 7 <> 0 then 'PAID'
         else (array['OVERDUE', 'PARTLY_PAID', 'OPEN', 'CREDITED'])[1 + (a.n / 7) % 4] end as state) s) one`,
  `create index on billed (state); analyze billed`,

  `insert into number_series
   select ${uid('association', 'body')}, 'INVOICE', year, max(number) from billed group by body, year`,

  `insert into invoice (id, issuer_id, fiscal_year, number, kind, issued_at, issued_on, due_on, locale, letterhead_id,
     layout, payer_person_id, payer_organization_id, membership_id, member_name, member_number, place_of_supply,
     net_cents, tax_cents, total_cents, paid_cents, credited_cents)
   select b.id, ${uid('association', 'b.body')}, b.year, b.number, 'DUES', b.issued_at, b.issued_at::date, b.due_on,
     'fr-CA', ${LETTERHEAD.own}, 1, b.person_id, b.organization_id, b.membership_id,
     coalesce(o.public_name_fr, p.given_name || ' ' || p.family_name), b.member_number, 'QC', ${NET}, ${TAX},
     ${NET + TAX}, r.cents, case b.state when 'CREDITED' then ${NET + TAX} else 0 end
   from billed b join (values ${receivedRows}) r (state, cents) on r.state = b.state
   left join person p on p.id = b.person_id left join organization o on o.id = b.organization_id
   order by b.issued_at, b.id`,

  `insert into invoice_line (id, invoice_id, position, supplier_id, letterhead_id, kind, description_fr, description_en,
     quantity, unit_cents, net_cents, tax_cents, membership_id, period_from, period_to, effect, settlement,
     explanation, paid_cents, credited_cents, released_at)
   select b.lines[l.position], b.id, l.position, ${body('l.own')},
     case when l.own then ${LETTERHEAD.own} else ${LETTERHEAD.national} end, l.kind, l.fr || ' ' || b.year,
     l.en || ' ' || b.year, 1, l.net, l.net, l.tax, b.membership_id, make_date(b.year, 1, 1),
     make_date(b.year + 1, 1, 1), case l.kind when 'DUES' then 'EXTEND_TERM' else 'NONE' end, 'ON_PAYMENT',
     '[{"rule": "PRICE", "inputs": {"amount": "500.00 CAD"}}]', coalesce(r.cents, 0),
     case b.state when 'CREDITED' then l.net + l.tax else 0 end,
     case b.state when 'CREDITED' then timestamptz '2026-03-02 15:00Z' end
   from billed b cross join (values ${lineRows}) l (position, kind, own, fr, en, net, tax)
   left join (values ${partRows}) r (state, position, cents) on r.state = b.state and r.position = l.position
   order by b.issued_at, b.id, l.position`,

  `insert into invoice_line_tax
   select b.lines[t.position], t.tax, t.rate, t.cents, t.number
   from billed b cross join (values ${taxRows}) t (position, tax, rate, cents, number)`,

  `insert into bill_to (invoice_id, version, name, street, city, province, postal_code, country, recorded_at)
   select i.id, 1, i.member_name, '12, rue des Érables', 'Montréal', 'QC', 'H3A 2E6', 'CA', i.issued_at from invoice i`,

  `insert into payment (id, receiver_id, method, cents, received_at, received_on, payer_person_id,
     payer_organization_id, reference)
   select b.payment_id, ${uid('association', 'b.body')}, 'CHEQUE', r.cents, b.issued_at + interval '9 days',
     (b.issued_at + interval '9 days')::date, b.person_id, b.organization_id, 'CH-' || b.n
   from billed b join (values ${receivedRows}) r (state, cents) on r.state = b.state where r.cents > 0`,

  `insert into journal
   select b.journal_id, p.receiver_id, 'PAYMENT', p.id, p.received_at, p.received_on, p.received_on
   from payment p join billed b on b.payment_id = p.id`,

  `insert into ledger_entry (id, journal_id, book_id, account, body_id, tax, line_id, cents, posted_on)
   select gen_random_uuid(), b.journal_id, ${uid('association', 'b.body')}, e.account,
     case when e.own is not null then ${body('e.own')} end, e.tax, b.lines[e.position], e.cents,
     (b.issued_at + interval '9 days')::date
   from billed b
   join (values ${postingRows}) e (state, account, own, tax, position, cents) on e.state = b.state`,

  `insert into credit_note (id, issuer_id, fiscal_year, number, invoice_id, issued_at, issued_on, letterhead_id, layout,
     bill_to_version, reason, net_cents, tax_cents)
   select b.credit_note_id, ${uid('association', 'b.body')}, 2026, row_number() over (partition by b.body order by b.id),
     b.id, '2026-03-02 15:00Z', '2026-03-02', ${LETTERHEAD.own}, 1, 1, 'Inscription annulée', ${NET}, ${TAX}
   from billed b where b.state = 'CREDITED'`,

  `insert into number_series
   select issuer_id, 'CREDIT_NOTE', fiscal_year, max(number) from credit_note group by issuer_id, fiscal_year`,

  `insert into credit_note_line
   select b.credit_note_id, b.lines[l.position], l.net
   from billed b cross join (values ${lineRows}) l (position, kind, own, fr, en, net, tax) where b.state = 'CREDITED'`,

  `insert into credit_note_line_tax
   select b.credit_note_id, b.lines[t.position], t.tax, t.cents
   from billed b cross join (values ${taxRows}) t (position, tax, rate, cents, number) where b.state = 'CREDITED'`,
];
