import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// First: it loads what the decorators of all others need.
import { openRealm, say, timed } from './import.mjs';
import { Money } from '../dist/kernel/money.js';
import { Period } from '../dist/kernel/period.js';
import { writeInvoices } from '../dist/modules/billing/invoices/index.js';
import { closeAll } from './close-all.mjs';
import { takeNumbers } from './take-numbers.mjs';

const ROUNDS = 3;
const CHUNK = 1_000;
/** While one chunk waits for the database the next is made. */
const CHUNKS_AT_ONCE = 2;
const GST = { tax: 'GST', per100000: 5_000, registrationNumber: '123456789 RT0001' };
const QST = { tax: 'QST', per100000: 9_975, registrationNumber: '1234567890 TQ0001' };

/** Invoices of dues, a contribution and an insurance premium: how many a second one by one, and many at once. */
export async function benchInvoices({ rows }, deadline) {
  const closers = [];
  try {
    say('starting a database');
    const folder = await mkdtemp(join(tmpdir(), 'affilia-invoices-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const realm = await openRealm(join(folder, 'database'));
    closers.push(...realm.closers);
    say(`admitting ${rows} members`);
    await admit(realm, rows);

    const numbers = await takeNumbers(realm, async count => {
      const members = (await reading(realm)(count).next()).value;
      return members.map(member => ({
        issuerId: realm.association,
        ...invoiceOf(realm.association, member, 2029),
      }));
    });

    const results = [];
    for (let round = 0; round <= ROUNDS; round++) {
      deadline.throwIfAborted();
      const limit = await timed(realm, () => writeByHand(realm, 2030 + 2 * round));
      const ours = await timed(realm, () => writeInChunks(realm, 2031 + 2 * round));
      // The first round compiles and makes the files of the tables.
      if (round > 0) results.push({ limit, ours });
      say(`round ${round}: ${described({ limit, ours })}`);
    }
    const median = results.toSorted((a, b) => ratioOf(a) - ratioOf(b))[Math.floor(results.length / 2)];
    return [...numbers, `${rows} invoices of three lines (median of ${ROUNDS}): ${described(median)}`].join(
      '\n',
    );
  } finally {
    await closeAll(closers.reverse());
  }
}

const ratioOf = ({ limit, ours }) => limit.seconds / ours.seconds;
const described = ({ limit, ours }) =>
  [
    `limit ${limit.seconds.toFixed(2)} s`,
    `ours ${ours.seconds.toFixed(2)} s`,
    `ratio ${ratioOf({ limit, ours }).toFixed(2)}`,
    `CPU ${limit.cpu.toFixed(2)} s to ${ours.database.toFixed(2)} + ${ours.server.toFixed(2)} s`,
    `memory ${ours.before} to ${ours.most} MB`,
  ].join(', ');

async function admit({ owner, association }, rows) {
  await owner.query(
    `with people as (
       insert into person (id, association_id, given_name, family_name, search_key, locale, added_at)
       select gen_random_uuid(), $1, 'Ève', 'Saint-Onge ' || n, 'SAINT ONGE ' || n, 'fr-CA', now()
       from generate_series(1, $2::int) n returning id, search_key, association_id)
     insert into membership (id, association_id, person_id, member_number, holder_search_key, admitted_on)
     select gen_random_uuid(), association_id, id, 'B-' || right(search_key, 8), search_key, '2020-01-01' from people`,
    [association, rows],
  );
  await owner.query('analyze person; analyze membership');
}

const lineOf = (supplierId, kind, cents, taxes, rest = {}) => ({
  ...{ supplierId, feeItemId: null, kind, descriptions: { fr: `Ligne ${kind}`, en: `${kind} line` } },
  ...{ quantity: 1, unit: Money.cad(cents), membershipId: null, period: null, effect: 'NONE' },
  ...{
    settlement: 'ON_PAYMENT',
    explanation: [{ rule: 'PRICE', inputs: { amount: `${cents / 100}.00 CAD` } }],
  },
  taxes: taxes.map(tax => ({ ...tax, amount: Money.cad(cents).percent(tax.per100000, 100_000) })),
  ...rest,
});

function invoiceOf(association, { id, personId, name }, year) {
  const period = Period.of(`${year}-01-01`, `${year + 1}-01-01`);
  return {
    ...{ kind: 'DUES', payer: { personId }, membershipId: id, locale: 'fr-CA', dueOn: `${year}-01-31` },
    placeOfSupply: 'QC',
    billTo: {
      ...{ name, attention: null, street: '12, rue des Érables', street2: null, city: 'Montréal' },
      ...{ province: 'QC', postalCode: 'H3A 2E6', country: 'CA' },
    },
    lines: [
      lineOf(association, 'DUES', 500_00, [GST, QST], { membershipId: id, period, effect: 'EXTEND_TERM' }),
      lineOf(association, 'FEE', 200_00, [GST, QST]),
      lineOf(association, 'CONTRIBUTION', 29_50, []),
    ],
  };
}

const MEMBERS = `select m.id, m.person_id as "personId", p.given_name || ' ' || p.family_name as name
  from membership m join person p on p.id = m.person_id where m.member_number like 'B-%' and m.id > $1
  order by m.id limit $2`;

/** The members in order, that many at a time. */
const reading = ({ owner }) =>
  async function* (count) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows: members } = await owner.query(MEMBERS, [after, count]);
      if (members.length === 0) return;
      yield members;
      after = members.at(-1).id;
    }
  };

async function writeInChunks({ app, owner, association }, year) {
  const chunks = reading({ owner })(CHUNK);
  const write = async () => {
    for await (const members of chunks) {
      const invoices = members.map(member => invoiceOf(association, member, year));
      await app.parts.db.transaction(tx => writeInvoices(app.parts, tx, association, invoices));
    }
  };
  await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, write));
}

/** What somebody would write who knows that every member owes the same. */
async function writeByHand({ owner, association }, year) {
  const taxes = `(values ('GST', 5000, '123456789 RT0001'), ('QST', 9975, '1234567890 TQ0001')) t (tax, rate, number)`;
  await owner.query('begin');
  await owner.query(
    `create temp table owed on commit drop as
     select m.id as membership_id, m.person_id, m.member_number, p.given_name || ' ' || p.family_name as name,
       gen_random_uuid() as id, gen_random_uuid() as dues, gen_random_uuid() as fee, gen_random_uuid() as contribution,
       row_number() over (order by m.id)::int as place
     from membership m join person p on p.id = m.person_id where m.member_number like 'B-%'`,
  );
  const { rows } = await owner.query(
    `update number_series set last_number = last_number + (select count(*) from owed)
     where issuer_id = $1 and kind = 'INVOICE'
     returning fiscal_year, (last_number - (select count(*) from owed))::int as before`,
    [association],
  );
  const { rows: heads } = await owner.query('select id from letterhead where association_id = $1', [
    association,
  ]);
  await owner.query(
    `insert into invoice (id, issuer_id, fiscal_year, number, kind, issued_at, issued_on, due_on, locale, letterhead_id,
       layout, payer_person_id, membership_id, member_name, member_number, place_of_supply, net_cents, tax_cents,
       total_cents, paid_cents, credited_cents)
     select id, $1, $2, $3 + place, 'DUES', now(), current_date, $4, 'fr-CA', $5, 1, person_id, membership_id, name,
       member_number, 'QC', 72950, 10483, 83433, 0, 0 from owed`,
    [association, rows[0].fiscal_year, rows[0].before, `${year}-01-31`, heads[0].id],
  );
  await owner.query(
    `insert into invoice_line (id, invoice_id, position, supplier_id, letterhead_id, kind, description_fr, description_en,
       quantity, unit_cents, net_cents, tax_cents, membership_id, period_from, period_to, effect, settlement,
       explanation, paid_cents, credited_cents)
     select case l.position when 1 then dues when 2 then fee else contribution end, o.id, l.position, $1, $2, l.kind,
       'Ligne ' || l.kind, l.kind || ' line', 1, l.net, l.net, l.tax,
       case l.position when 1 then membership_id end, case l.position when 1 then $3::date end,
       case l.position when 1 then $4::date end, case l.position when 1 then 'EXTEND_TERM' else 'NONE' end,
       'ON_PAYMENT', '[{"rule":"PRICE","inputs":{"amount":"500.00 CAD"}}]', 0, 0
     from owed o, (values (1, 'DUES', 50000, 7488), (2, 'FEE', 20000, 2995), (3, 'CONTRIBUTION', 2950, 0))
       l (position, kind, net, tax)`,
    [association, heads[0].id, `${year}-01-01`, `${year + 1}-01-01`],
  );
  await owner.query(
    `insert into invoice_line_tax (line_id, tax, per_100000, cents, registration_number)
     select l.id, t.tax, t.rate, round(l.net * t.rate / 100000.0), t.number
     from (select dues as id, 50000 as net from owed union all select fee, 20000 from owed) l, ${taxes}`,
  );
  await owner.query(
    `insert into bill_to (invoice_id, version, name, street, city, province, postal_code, country, recorded_at)
     select id, 1, name, '12, rue des Érables', 'Montréal', 'QC', 'H3A 2E6', 'CA', now() from owed`,
  );
  await owner.query('commit');
}
