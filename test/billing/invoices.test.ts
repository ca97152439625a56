import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  countPaid,
  holdInvoices,
  PeriodAlreadyBilled,
  writeInvoice,
  type WrittenInvoice,
} from '../../src/modules/billing/invoices/index.ts';
import type { Refusal } from '../../src/platform/problem.ts';
import { countStatements } from '../support/count-statements.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { readsOfInvoices } from '../../src/modules/billing/invoices/list-invoices.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { duesLine, givenInvoice, invoice, line } from './given-invoices.ts';

const INVOICE = `query ($id: ID!) { invoice(id: $id) {
  id number kind state stateLabel memberName memberNumber issuedOn dueOn issuer { code } billTo { name city }
  net { cents } tax { formatted } total { cents formatted } open { cents }
  lines { description supplier { code } total { cents } period { from to } effect
    taxes { label rate amount { cents } registrationNumber } }
} }`;
const OWN = `{ viewer { invoices { totalCount nodes { number kind } } } }`;
const LIST = `query ($filter: InvoiceFilter!) { invoices(filter: $filter) { totalCount nodes { number
  lines { supplier { code } taxes { tax } } issuer { code } } } }`;
const OF_ORGANIZATION = `query ($id: ID!) { organization(id: $id) { invoices { totalCount nodes { number } } } }`;

describe('invoices (E3, E4, E19)', () => {
  let portal: Portal;
  let staff: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    portal.clock.setTo('2027-04-01T03:59:58Z');
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.FINANCE);
    const clientKey = portal.world.aqpm.toolKey;
    staff = { clientKey, token: await clerk.tokenAt(clientKey) };
  });
  afterAll(() => portal.close());

  const aqpm = () => portal.world.aqpm.association.id;
  let made = 0;
  const givenMember = async (): Promise<SignedIn & { readonly membership: { readonly id: string } }> => {
    made += 1;
    const somebody = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: `INVOICED-${String(made)}` });
    const holder = { personId: somebody.person.id };
    const membership = await givenMembership(portal, memberClass, holder, {
      memberNumber: `I-${String(made)}`,
    });
    return { ...somebody, membership };
  };
  const ask = async <Data>(query: string, variables: object, asked: Asked): Promise<Data> => {
    const { data, errors } = await portal.graphql<Data>(query, variables, asked);
    expect(errors).toEqual([]);
    return data;
  };
  const read = async ({ id }: WrittenInvoice, asked: Asked) =>
    (
      await ask<{ invoice: Record<string, unknown> | null }>(
        INVOICE,
        { id: toPublicId('Invoice', id) },
        asked,
      )
    ).invoice;
  const listed = async (filter: object): Promise<{ totalCount: number; nodes: { number: string }[] }> =>
    (
      await ask<{ invoices: { totalCount: number; nodes: { number: string }[] } }>(
        LIST,
        { filter: { associationId: toPublicId('Association', aqpm()), ...filter } },
        staff,
      )
    ).invoices;
  const pay = (written: WrittenInvoice, cents: number): Promise<void> =>
    portal.parts.db.transaction(async tx => {
      const [held] = await holdInvoices(tx, [written.id]);
      await countPaid(tx, [{ lineId: held?.lines[0]?.id as never, amount: Money.cad(cents) }]);
    });

  it('take numbers without a gap, whoever aborts beside them and however many at once', async () => {
    const { person } = await givenMember();
    const one = invoice(portal.world.oppi.id, { personId: person.id });
    const writing = Array.from({ length: 30 }, (_, place) =>
      portal.parts.db
        .transaction(async tx => {
          const written = await writeInvoice(portal.parts, tx, one);
          if (place % 3 === 0) throw new Error('the office changed its mind');
          return written.number;
        })
        .catch(() => null),
    );

    const numbers = (await Promise.all(writing)).filter(number => number !== null);

    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
  });

  it('begin again at 1 with the fiscal year of the issuer, by the day in its zone', async () => {
    const { person } = await givenMember();
    portal.clock.setTo('2027-04-01T03:59:59Z');
    const last = await givenInvoice(portal, aqpm(), { personId: person.id });
    portal.clock.setTo('2027-04-01T04:00:00Z');
    const first = await givenInvoice(portal, aqpm(), { personId: person.id });

    expect([last.fiscalYear, first.fiscalYear, first.number]).toEqual([2026, 2027, 1]);
  });

  it('are read whole by whoever owes them, in their language', async () => {
    const { person, token, membership } = await givenMember();
    const written = await givenInvoice(
      portal,
      aqpm(),
      { personId: person.id },
      {
        kind: 'DUES',
        membershipId: membership.id as never,
        lines: [duesLine(aqpm(), membership.id as never), line(portal.world.oppi.id)],
        dueOn: localDate('2027-12-31'),
      },
    );

    const shown = await read(written, { token });

    expect(shown).toMatchObject({
      number: `AQPM-2027-${String(written.number).padStart(6, '0')}`,
      kind: 'DUES',
      state: 'OPEN',
      stateLabel: 'À payer',
      memberName: 'Zoé L’Écuyer',
      billTo: { name: 'Zoé L’Écuyer', city: 'Montréal' },
      net: { cents: 400_00 },
      tax: { formatted: '59,90\u00a0$' },
      total: { cents: 459_90, formatted: '459,90\u00a0$' },
      open: { cents: 459_90 },
    });
    expect(shown?.['lines']).toMatchObject([
      {
        description: 'Cotisation annuelle',
        supplier: { code: 'aqpm' },
        total: { cents: 229_95 },
        period: { from: '2027-04-01', to: '2028-03-31' },
        taxes: [
          { label: 'TPS', rate: '5', amount: { cents: 10_00 }, registrationNumber: '123456789 RT0001' },
          { label: 'TVQ', rate: '9.975', amount: { cents: 19_95 } },
        ],
      },
      { supplier: { code: 'oppi' } },
    ]);
    expect(await read(written, { token, locale: 'en-CA' })).toMatchObject({ stateLabel: 'To be paid' });
  });

  it('are nothing to a stranger; the member whom one is about sees all but to whom it is addressed', async () => {
    const { token, membership } = await givenMember();
    const employer = await givenSomebodySignedIn(portal);
    const stranger = await givenSomebodySignedIn(portal);
    const written = await givenInvoice(
      portal,
      aqpm(),
      { personId: employer.person.id },
      { membershipId: membership.id as never, lines: [duesLine(aqpm(), membership.id as never)] },
    );

    expect(await read(written, { token: stranger.token })).toBeNull();
    expect(await read(written, { token })).toMatchObject({ total: { cents: 229_95 }, billTo: null });
    expect(await read(written, { token: employer.token })).toMatchObject({ billTo: { city: 'Montréal' } });
    expect(await read(written, staff)).toMatchObject({ billTo: { city: 'Montréal' } });
  });

  it('of one person are one list, whatever they are for, the latest first', async () => {
    const { person, token, membership } = await givenMember();
    const dues = { membershipId: membership.id as never, lines: [duesLine(aqpm(), membership.id as never)] };
    const numbers: number[] = [];
    for (const wanted of [{ kind: 'DUES', ...dues }, { kind: 'EVENT' }, { kind: 'OTHER' }] as const) {
      portal.clock.advance(1_000);
      numbers.push((await givenInvoice(portal, aqpm(), { personId: person.id }, wanted)).number);
    }

    const { viewer } = await ask<{ viewer: { invoices: { nodes: { kind: string }[]; totalCount: number } } }>(
      OWN,
      {},
      { token },
    );

    expect(viewer.invoices.totalCount).toBe(3);
    expect(viewer.invoices.nodes.map(({ kind }) => kind)).toEqual(['OTHER', 'EVENT', 'DUES']);
  });

  it('of an organization are for its principal and its DUES delegates, and no others', async () => {
    const organization = await givenOrganization(portal);
    const [dues, contact] = [await givenSomebodySignedIn(portal), await givenSomebodySignedIn(portal)];
    await givenDelegations(portal, organization, dues.person, 'DUES');
    await givenDelegations(portal, organization, contact.person, 'CONTACT');
    const written = await givenInvoice(portal, aqpm(), { organizationId: organization.id });
    const id = toPublicId('Organization', organization.id);

    const shown = await ask(OF_ORGANIZATION, { id }, { token: dues.token });

    expect(shown).toMatchObject({ organization: { invoices: { totalCount: 1 } } });
    expect(await ask(OF_ORGANIZATION, { id }, { token: contact.token })).toEqual({
      organization: { invoices: null },
    });
    expect(await read(written, { token: contact.token })).toBeNull();
    expect(await ask(OF_ORGANIZATION, { id }, staff)).toMatchObject({
      organization: { invoices: { totalCount: 1 } },
    });
  });

  it('are found by staff by state, kind, member, number and payer', async () => {
    const { person, membership } = await givenMember();
    const payer = { personId: person.id };
    const open = await givenInvoice(portal, aqpm(), payer, { kind: 'EVENT', dueOn: localDate('2027-12-31') });
    const late = await givenInvoice(portal, aqpm(), payer, {
      dueOn: localDate('2027-01-31'),
      membershipId: membership.id as never,
    });
    const paid = await givenInvoice(portal, aqpm(), payer);
    await pay(paid, 229_95);
    const partly = await givenInvoice(portal, aqpm(), payer, { dueOn: localDate('2027-12-31') });
    await pay(partly, 1);
    const payerId = toPublicId('Person', person.id);
    const found = async (filter: object): Promise<string[]> =>
      (await listed({ payerId, ...filter })).nodes.map(({ number }) => number);
    const printed = ({ number }: WrittenInvoice): string => `AQPM-2027-${String(number).padStart(6, '0')}`;

    expect(await found({})).toHaveLength(4);
    expect(await found({ state: 'OPEN' })).toEqual([printed(open)]);
    expect(await found({ state: 'OVERDUE' })).toEqual([printed(late)]);
    expect(await found({ state: 'PAID' })).toEqual([printed(paid)]);
    expect(await found({ state: 'PARTLY_PAID' })).toEqual([printed(partly)]);
    expect(await found({ state: 'CREDITED' })).toEqual([]);
    expect(await found({ kind: 'EVENT' })).toEqual([printed(open)]);
    expect(await found({ membershipId: toPublicId('Membership', membership.id as never) })).toEqual([
      printed(late),
    ]);
    expect(await found({ number: printed(partly) })).toEqual([printed(partly)]);
    expect(await found({ number: `OPPI-2027-${String(partly.number)}` })).toEqual([]);
    expect(await found({ number: 'none' })).toEqual([]);
  });

  it('bring their lines, taxes and bodies in as many statements for twenty as for two', async () => {
    const { person } = await givenMember();
    const payerId = toPublicId('Person', person.id);
    const given = async (count: number): Promise<void> => {
      for (let place = 0; place < count; place += 1)
        await givenInvoice(portal, aqpm(), { personId: person.id });
    };

    await given(2);
    const few = await countStatements(portal, () => listed({ payerId }));
    await given(18);
    const many = await countStatements(portal, () => listed({ payerId }));

    expect(many).toBe(few);
  });

  it('are written once for the days of a membership, and refused the second time (E21)', async () => {
    const { person, membership } = await givenMember();
    const twice = Array.from({ length: 2 }, () =>
      givenInvoice(
        portal,
        aqpm(),
        { personId: person.id },
        { membershipId: membership.id as never, lines: [duesLine(aqpm(), membership.id as never)] },
      ),
    );

    const refused = (await Promise.allSettled(twice)).filter(one => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as Refusal).problem)).toEqual([new PeriodAlreadyBilled()]);
  });

  it('are never paid beyond their total, by two payments at once either', async () => {
    const { person } = await givenMember();
    const written = await givenInvoice(portal, aqpm(), { personId: person.id });

    const paid = await Promise.allSettled([pay(written, 200_00), pay(written, 200_00)]);

    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of an association that has many are found by their indexes, whatever is asked', async () => {
    const { person, membership } = await givenMember();
    await givenInvoice(portal, aqpm(), { personId: person.id });
    const owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query(
      `with i as (
         insert into invoice (id, issuer_id, fiscal_year, number, kind, issued_at, issued_on, due_on, locale, letterhead_id,
           layout, payer_person_id, net_cents, tax_cents, total_cents, paid_cents, credited_cents)
         select gen_random_uuid(), issuer_id, 2000, n, 'DUES', issued_at - n * interval '1 minute', issued_on, due_on,
           locale, letterhead_id, layout, $2, 100, 0, 100, case when n % 100 = 0 then 0 else 100 end, 0
         from (select * from invoice where issuer_id = $1 limit 1) i, generate_series(1, 20000) n)
       select`,
      [aqpm(), (await givenPerson(portal)).id],
    );
    await owner.query('vacuum analyze invoice');
    const wanted = {
      ...{ issuerId: aqpm(), timeZone: 'America/Toronto' },
      ...{ state: null, kind: null, membershipId: null, number: null, payerId: null },
    };
    const asked = [
      {},
      { state: 'OVERDUE' as const },
      { membershipId: toPublicId('Membership', membership.id as never) },
      { number: '2000-17' },
      { payerId: toPublicId('Person', person.id) },
    ];

    const plans: string[] = [];
    for (const filter of asked) {
      const { walk, values } = readsOfInvoices(portal.parts, { ...wanted, ...filter });
      for (const read of [walk.forwards, walk.backwards]) {
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${read.text}`, [
          ...values,
          ...[null, null, 21],
        ]);
        plans.push(rows.map(row => row['QUERY PLAN']).join('\n'));
      }
    }
    await owner.end();

    expect(plans.filter(plan => /Seq Scan on invoice|Sort/.test(plan) && !/number = 17/.test(plan))).toEqual(
      [],
    );
    expect(plans.filter(plan => /Index.* on invoice/.test(plan))).toHaveLength(plans.length);
  });
});
