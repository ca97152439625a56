import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type MembershipId, type PersonId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { duesLine, givenInvoice } from '../billing/given-invoices.ts';
import { openPaymentHouse, TODAY, type PaymentHouse } from '../billing/payment-house.ts';
import { perform as performPayment, publicInvoice, seen } from '../billing/payment-operations.ts';
import type { Office } from '../invitations/operations.ts';
import { givenClass, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import { givenOffices, mergingActs } from './given-merging.ts';
import { everyRow, mergeOrganizations, mergePersons, undoMerge } from './merge-operations.ts';

describe('what becomes of money when two records become one (C13, E1)', () => {
  let house: PaymentHouse;
  let portal: Portal;
  let office: Office;
  let ofPeople: Awaited<ReturnType<typeof givenClass>>;
  const { query, member } = mergingActs(() => portal);
  beforeAll(async () => {
    house = await openPaymentHouse();
    ({ portal } = house);
    [office] = await givenOffices(portal);
    ofPeople = await givenClass(portal);
  });
  afterAll(() => portal.close());

  const found = async (payerId: string): Promise<{ invoices: string[]; payments: number }> => {
    const filter = { associationId: office.associationId, payerId };
    const { data } = await portal.graphql<{
      invoices: { nodes: { id: string }[] };
      payments: { totalCount: number };
    }>(
      `query ($i: InvoiceFilter!, $p: PaymentFilter!) {
         invoices(filter: $i) { nodes { id } } payments(filter: $p) { totalCount } }`,
      { i: filter, p: filter },
      house.staff,
    );
    return { invoices: data.invoices.nodes.map(({ id }) => id).sort(), payments: data.payments.totalCount };
  };
  const ofPerson = ({ id }: { readonly id: PersonId }): ReturnType<typeof found> =>
    found(toPublicId('Person', id));

  /** A membership that is over, and one in force. */
  const givenMemberships = async (
    other: { readonly id: PersonId },
    kept: { readonly id: PersonId },
  ): Promise<{ readonly old: MembershipId; readonly live: MembershipId }> => {
    const since = localDate('2019-01-01');
    const left = [{ classId: ofPeople.id, from: since, to: null, reason: 'RESIGNATION' }];
    const over = await member(ofPeople, other, { admittedOn: since, terms: [], affiliations: left });
    return { old: over.id as MembershipId, live: (await member(ofPeople, kept)).id as MembershipId };
  };

  it('finds invoices, payments and credit under the kept record, and gives them back when it is undone', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const { old, live } = await givenMemberships(other, kept);
    const own = await givenInvoice(portal, house.aqpm, { personId: kept.id }, { membershipId: live });
    const paid = await givenInvoice(
      portal,
      house.aqpm,
      { personId: other.id },
      {
        membershipId: old,
        lines: [duesLine(house.aqpm, old, { effect: 'NONE' })],
      },
    );
    await house.record(229_95 + 50_00, [paid], { payerId: toPublicId('Person', other.id) });
    const before = await everyRow(portal);
    expect(await seen(portal, own.id, house.staff)).toMatchObject({ payerCredit: { cents: 0 } });

    const merged = await mergePersons(portal, office, kept, other);

    expect(merged.__typename).toBe('MergePersonsSuccess');
    const both = [own, paid].map(({ id }) => publicInvoice(id)).sort();
    expect(await ofPerson(kept)).toEqual({ invoices: both, payments: 1 });
    expect(await seen(portal, own.id, house.staff)).toMatchObject({ payerCredit: { cents: 50_00 } });
    const bound = `select i.membership_id as invoice, l.membership_id as line
      from invoice i join invoice_line l on l.invoice_id = i.id where i.id = $1`;
    expect(await query(bound, [paid.id])).toEqual([{ invoice: live, line: live }]);

    expect((await undoMerge(portal, office, merged)).__typename).toBe('UndoMergeSuccess');
    expect(await everyRow(portal)).toEqual(before);
    expect(await ofPerson(other)).toEqual({ invoices: [publicInvoice(paid.id)], payments: 1 });
  });

  it('bills nothing to a record, nor to a membership, that becomes another’s at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
      const { old, live } = await givenMemberships(other, kept);
      const lines = [duesLine(house.aqpm, old)];

      const [merged, billed] = await Promise.all([
        mergePersons(portal, office, kept, other),
        givenInvoice(portal, house.aqpm, { personId: other.id }, { membershipId: old, lines }).catch(String),
      ]);

      expect(merged.__typename).toBe('MergePersonsSuccess');
      if (typeof billed === 'string') expect(billed).toContain('merged into another');
      const found = `select i.payer_person_id as payer, l.membership_id as membership
        from invoice i join invoice_line l on l.invoice_id = i.id where i.payer_person_id in ($1, $2)`;
      expect(await query(found, [kept.id, other.id])).toEqual(
        typeof billed === 'string' ? [] : [{ payer: kept.id, membership: live }],
      );
    }
  });

  it('keeps the home of the kept record, and gives it the workplace that it had not', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const live = async ({ id }: { readonly id: PersonId }, kind: string, street: string): Promise<unknown> =>
      query(
        `insert into person_address (person_id, kind, main, street, city, country)
         values ($1, $2, $3, $4, 'Laval', 'CA')`,
        [id, kind, kind === 'HOME', street],
      );
    await live(kept, 'HOME', '1, rue Ancienne');
    await live(other, 'HOME', '2, rue Nouvelle');
    await live(other, 'WORK', '3, rue du Bureau');
    const before = await everyRow(portal);

    const merged = await mergePersons(portal, office, kept, other);

    const rows = 'select kind, street from person_address where person_id = $1 order by 1';
    expect(await query(rows, [kept.id])).toEqual([
      { kind: 'HOME', street: '1, rue Ancienne' },
      { kind: 'WORK', street: '3, rue du Bureau' },
    ]);
    expect((await undoMerge(portal, office, merged)).__typename).toBe('UndoMergeSuccess');
    expect(await everyRow(portal)).toEqual(before);
  });

  it('is not undone once the credit that came along was used', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const own = await givenInvoice(portal, house.aqpm, { personId: kept.id });
    const paid = await givenInvoice(portal, house.aqpm, { personId: other.id });
    await house.record(229_95 + 50_00, [paid]);
    const merged = await mergePersons(portal, office, kept, other);

    const used = await performPayment(
      portal,
      'useCredit',
      { invoiceId: publicInvoice(own.id), amountCents: 50_00 },
      house.staff,
    );

    expect(used.__typename).toBe('UseCreditSuccess');
    expect(await undoMerge(portal, office, merged)).toMatchObject({
      __typename: 'MergeHasMovedOn',
      changed: expect.arrayContaining([{ thing: 'PAYMENTS', count: 1 }]),
    });
  });

  it('is refused while invoices of both bill the same days of what would be one membership', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const { old, live } = await givenMemberships(other, kept);
    const bill = (personId: PersonId, membershipId: MembershipId): ReturnType<typeof givenInvoice> =>
      givenInvoice(
        portal,
        house.aqpm,
        { personId },
        { membershipId, lines: [duesLine(house.aqpm, membershipId)] },
      );
    const [first, second] = [await bill(kept.id, live), await bill(other.id, old)];

    const refused = await mergePersons(portal, office, kept, other);

    const numbers = await Promise.all([first, second].map(({ id }) => seen(portal, id, house.staff)));
    expect(refused).toMatchObject({
      __typename: 'MergeBillsTwice',
      invoiceNumbers: numbers.map(({ number }) => number),
    });
    await query('update invoice_line set released_at = $2 where invoice_id = $1', [
      second.id,
      portal.clock.now(),
    ]);
    expect((await mergePersons(portal, office, kept, other)).__typename).toBe('MergePersonsSuccess');
  });

  it('gives the kept organization what the other owes and has paid', async () => {
    const [kept, other] = [await givenOrganization(portal), await givenOrganization(portal)];
    const owed = await givenInvoice(portal, house.aqpm, { organizationId: other.id });
    await house.record(50_00, [owed]);
    const before = await everyRow(portal);
    const at = ({ id }: OrganizationEntity): ReturnType<typeof found> =>
      found(toPublicId('Organization', id));

    const merged = await mergeOrganizations(portal, office, kept, other);

    expect(await at(kept)).toEqual({ invoices: [publicInvoice(owed.id)], payments: 1 });
    expect((await undoMerge(portal, office, merged)).__typename).toBe('UndoMergeSuccess');
    expect(await everyRow(portal)).toEqual(before);
  });

  it('never opens by a living record what a death has closed', async () => {
    const [living, dead] = [await givenPerson(portal), await givenPerson(portal)];
    const die = (id: PersonId): Promise<unknown> =>
      query('update person set died_on = $2 where id = $1', [id, TODAY]);
    await die(dead.id);

    for (const [kept, other] of [
      [living, dead],
      [dead, living],
    ] as const)
      expect((await mergePersons(portal, office, kept, other)).__typename).toBe('MergeOfLivingAndDead');
    await die(living.id);
    expect((await mergePersons(portal, office, living, dead)).__typename).toBe('MergePersonsSuccess');
  });
});
