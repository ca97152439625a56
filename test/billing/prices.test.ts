import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import type { MembershipClassEntity, MembershipEntity } from '../../src/modules/memberships/index.ts';
import {
  givenClass,
  givenMembership,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { askQuote, perform, send } from './price-operations.ts';
import { CANADIAN_RATES } from './support/canadian-rates.ts';

const HOME = {
  kind: 'HOME',
  street: '12, rue des Érables',
  city: 'Ottawa',
  province: 'on',
  postalCode: 'k1a0b1',
};
const WORK = {
  kind: 'WORK',
  street: '1 Main Street',
  city: 'Burlington',
  province: 'Vermont',
  country: 'us',
};

describe('prices (D16, E2, E3)', () => {
  let portal: Portal;
  let finance: Asked;
  let office: Asked;
  let member: SignedIn;
  let regular: MembershipClassEntity;
  let membership: MembershipEntity;
  beforeAll(async () => {
    portal = await openPortal();
    const { association, toolKey: clientKey } = portal.world.aqpm;
    const staffIn = async (role: StaffRole): Promise<Asked> => {
      const clerk = await givenSomebodySignedIn(portal);
      await givenStaff(portal, clerk.accountId, association, role);
      return { clientKey, token: await clerk.tokenAt(clientKey) };
    };
    [finance, office] = [await staffIn(StaffRole.FINANCE), await staffIn(StaffRole.MEMBERSHIP)];
    member = await givenSomebodySignedIn(portal);
    regular = await givenClass(portal);
    membership = await givenMembership(
      portal,
      regular,
      { personId: member.person.id },
      { memberNumber: '4127' },
    );
  });
  afterAll(() => portal.close());

  const aqpm = (): string => toPublicId('Association', portal.world.aqpm.association.id);
  const own = (): Asked => ({ clientKey: portal.world.aqpm.siteKey, token: member.token });
  const membershipId = (): string => toPublicId('Membership', membership.id);
  const fee = (code: string, wanted: object = {}, asked = finance) =>
    perform(
      portal,
      'setFeeItem',
      {
        associationId: aqpm(),
        code,
        nameFr: 'Cotisation annuelle',
        nameEn: 'Annual dues',
        kind: 'DUES',
        taxTreatment: 'SALES',
        charged: 'WITH_TERM',
        effect: 'EXTEND_TERM',
        settlement: 'ON_PAYMENT',
        priceDay: 'TERM_START',
        taxDay: 'INVOICE_DAY',
        ...wanted,
      },
      asked,
    );
  const price = (feeItemId: string, wanted: object, asked = finance) =>
    perform(portal, 'setPriceRule', { feeItemId, from: '2026-01-01', ...wanted }, asked);
  const quote = (asked: Asked, wanted: object = {}, input: object = {}) =>
    askQuote(portal, { memberships: [{ membershipId: membershipId(), ...wanted }], ...input }, asked);

  it('the rates are on file as they are published, each from its day', async () => {
    const rows = await portal.parts.db.entities.query<object[]>(
      `select tax, province, per_100000 as "per100000", from_on::text as "from", to_on::text as "to" from tax_rate`,
    );

    const published = CANADIAN_RATES.map(({ period: { from, to }, ...rate }) => ({ ...rate, from, to }));
    expect(rows).toHaveLength(published.length);
    expect(rows).toEqual(expect.arrayContaining(published));
  });

  describe('staff set them', () => {
    it('finance puts a fee on the list, and what it costs from a day on: the price until then ends on its eve', async () => {
      const { feeItem } = await fee('DUES');
      await price(feeItem.id, { amountCents: 300_00 });
      const after = await price(feeItem.id, { amountCents: 310_00, from: '2028-04-01' });
      const between = await price(feeItem.id, { amountCents: 305_00, from: '2027-10-01' });

      expect(after.feeItem.priceRules).toEqual([
        { amount: { cents: 300_00 }, percentOfOwing: null, from: '2026-01-01', to: '2028-03-31' },
        { amount: { cents: 310_00 }, percentOfOwing: null, from: '2028-04-01', to: null },
      ]);
      expect(between.feeItem.priceRules).toMatchObject([
        { amount: { cents: 300_00 }, to: '2027-09-30' },
        { amount: { cents: 305_00 }, from: '2027-10-01', to: '2028-03-31' },
        { amount: { cents: 310_00 }, from: '2028-04-01', to: null },
      ]);
    });

    it('a price with an end is an exception: the one before comes back after its last day', async () => {
      const { feeItem } = await fee('PROMOTION', { effect: 'NONE', charged: 'ON_DEMAND' });
      await price(feeItem.id, { amountCents: 100_00 });

      const after = await price(feeItem.id, { amountCents: 80_00, from: '2027-03-01', to: '2027-03-31' });

      expect(after.feeItem.priceRules).toEqual([
        { amount: { cents: 100_00 }, percentOfOwing: null, from: '2026-01-01', to: '2027-02-28' },
        { amount: { cents: 80_00 }, percentOfOwing: null, from: '2027-03-01', to: '2027-03-31' },
        { amount: { cents: 100_00 }, percentOfOwing: null, from: '2027-04-01', to: null },
      ]);
    });

    it('of two that set a price of one day at once, one does', async () => {
      const { feeItem } = await fee('RACE', { effect: 'NONE', charged: 'ON_DEMAND' });

      const results = await Promise.all([1, 2, 3].map(cents => price(feeItem.id, { amountCents: cents })));

      expect(results.map(({ __typename }) => __typename).sort()).toEqual([
        'PriceVersionStands',
        'PriceVersionStands',
        'SetPriceRuleSuccess',
      ]);
    });

    it('what a fee is stays as it is, its names change', async () => {
      await fee('NAMED', { effect: 'NONE' });

      expect(await fee('NAMED', { effect: 'NONE', nameEn: 'Yearly dues' })).toMatchObject({
        __typename: 'SetFeeItemSuccess',
      });
      expect(await fee('NAMED', { effect: 'NONE', charged: 'ON_DEMAND' })).toMatchObject({
        __typename: 'FeeItemStands',
      });
    });

    it('blames what contradicts itself, field by field', async () => {
      const { feeItem } = await fee('BLAMED', { effect: 'NONE' });
      const issuesOf = ({ issues }: { readonly issues: readonly { readonly path: readonly string[] }[] }) =>
        issues.map(({ path }) => path.join('.'));

      expect(issuesOf(await fee('é', { kind: 'INSURANCE' }))).toEqual(['input.code', 'input.taxTreatment']);
      expect(issuesOf(await fee('X', { charged: 'ON_DEMAND' }))).toEqual(['input.effect']);
      expect(
        issuesOf(
          await price(feeItem.id, {
            percentOfOwing: '10',
            amountCents: 5,
            minAge: 30,
            maxAge: 20,
            province: 'XX',
            proration: 'BY_MONTH',
            lateAfterMonthDay: '02-29',
            classId: toPublicId('Membership', membership.id),
            to: '2025-01-01',
          }),
        ),
      ).toEqual([
        'input.amountCents',
        'input.percentOfOwing',
        'input.monthTable',
        'input.lateAfterMonthDay',
        'input.maxAge',
        'input.classId',
        'input.province',
        'input.to',
      ]);
    });

    it('the membership office reads the list and does not set it; nobody else does either', async () => {
      const LIST = 'query ($id: ID!) { priceList(associationId: $id) { feeItems { code } } }';
      const list = async (asked: Asked): Promise<unknown> =>
        (await portal.graphql<{ priceList: unknown }>(LIST, { id: aqpm() }, asked)).data.priceList;

      expect(await list(office)).toMatchObject({ feeItems: expect.arrayContaining([{ code: 'DUES' }]) });
      expect(
        (
          await send(
            portal,
            'setTaxStatus',
            { associationId: aqpm(), basis: 'GST24', from: '2026-01-01' },
            office,
          )
        ).errors,
      ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const { feeItem } = await fee('KEPT', { effect: 'NONE' });
      expect(await price(feeItem.id, { amountCents: 1 }, office)).toMatchObject({
        __typename: 'FeeItemNotFound',
      });
    });

    it('a number of another shape is refused, a new one ends the old one', async () => {
      const register = (number: string, from: string) =>
        perform(
          portal,
          'setTaxRegistration',
          { associationId: aqpm(), kind: 'GST_HST', number, from },
          finance,
        );

      expect(await register('1234 RT 0001', '2020-01-01')).toMatchObject({
        issues: [{ path: ['input', 'number'], code: 'BAD_FORMAT' }],
      });
      await register('123456789 RT 0001', '2020-01-01');
      const { priceList } = await register('987654321RT0001', '2026-06-01');

      expect(priceList.taxRegistrations).toEqual([
        { kind: 'GST_HST', number: '123456789 RT0001', from: '2020-01-01', to: '2026-05-31' },
        { kind: 'GST_HST', number: '987654321 RT0001', from: '2026-06-01', to: null },
      ]);
      await perform(
        portal,
        'setTaxRegistration',
        { associationId: aqpm(), kind: 'QST', number: '1234567890TQ0001', from: '2020-01-01' },
        finance,
      );
    });
  });

  describe('a quote', () => {
    it('shows a member the next term line by line, with the reasons in their language, where the association is', async () => {
      const { quote: given } = await quote(own());

      expect(given).toMatchObject({
        placeOfSupply: 'QC',
        total: { cents: 344_93 },
        lines: [
          {
            description: 'Cotisation annuelle',
            period: { from: '2027-04-01', to: '2028-03-31' },
            taxes: [
              { tax: 'GST', rate: '5', amount: { cents: 15_00 }, registrationNumber: '987654321 RT0001' },
              {
                tax: 'QST',
                rate: '9.975',
                amount: { cents: 29_93 },
                registrationNumber: '1234567890 TQ0001',
              },
            ],
          },
        ],
      });
      expect(given.lines[0]?.explanation.map(({ text }) => text)).toEqual([
        'Le prix est de 300,00 $ depuis le 1er janvier 2026.',
        'Lieu de fourniture : Québec, où se trouve l’association. Aucune adresse du membre n’est au dossier.',
        'TPS : 5 %, le taux en vigueur le 22 novembre 2026 (Québec).',
        'TVQ : 9,975 %, le taux en vigueur le 22 novembre 2026 (Québec).',
      ]);
    });

    it('is the same to the cent when it is asked again for a day that is over (E3)', async () => {
      const before = await quote(own(), {}, { on: '2026-05-31' });
      await perform(
        portal,
        'setTaxStatus',
        { associationId: aqpm(), basis: 'SECTION_17', from: '2026-06-01' },
        finance,
      );

      expect(await quote(own(), {}, { on: '2026-05-31' })).toEqual(before);
      expect((await quote(own())).quote).toMatchObject({ total: { cents: 300_00 } });
      await perform(
        portal,
        'setTaxStatus',
        { associationId: aqpm(), basis: 'GST23', from: '2026-06-02' },
        finance,
      );
      expect((await quote(own())).quote).toMatchObject({ total: { cents: 344_93 } });
    });

    it('goes by the province of the main address from the moment it is said', async () => {
      const { person } = await perform(portal, 'setPersonAddresses', { addresses: [HOME, WORK] }, own());

      expect(person.addresses).toEqual([
        { ...HOME, main: true, province: 'ON', postalCode: 'K1A 0B1', country: 'CA', kindLabel: 'Domicile' },
        { ...WORK, main: false, postalCode: null, country: 'US', kindLabel: 'Travail' },
      ]);
      expect((await quote(own())).quote).toMatchObject({
        placeOfSupply: 'ON',
        lines: [{ taxes: [{ tax: 'HST', amount: { cents: 39_00 } }] }],
      });
      await perform(portal, 'setPersonAddresses', { addresses: [WORK, HOME] }, own());
      expect((await quote(own())).quote).toMatchObject({ placeOfSupply: null, total: { cents: 300_00 } });
      await perform(portal, 'setPersonAddresses', { addresses: [] }, own());
    });

    it('goes by the age that staff put on file', async () => {
      const { feeItem } = await fee('DUES');
      await price(feeItem.id, { amountCents: 50_00, minAge: 65 });
      const personId = toPublicId('Person', member.person.id);

      const { person } = await perform(portal, 'setDateOfBirth', { personId, bornOn: '1960-04-01' }, office);
      expect(person.bornOn).toBe('1960-04-01');
      expect((await quote(own())).quote).toMatchObject({ lines: [{ net: { cents: 50_00 } }] });
      await perform(portal, 'setDateOfBirth', { personId }, office);
      expect((await quote(own())).quote).toMatchObject({ lines: [{ net: { cents: 300_00 } }] });
    });

    it('is for whoever holds the membership and for staff; to anybody else there is none', async () => {
      const another = await givenSomebodySignedIn(portal);

      expect(await quote(office)).toMatchObject({ __typename: 'QuoteSuccess' });
      expect(await quote({ clientKey: portal.world.aqpm.siteKey, token: another.token })).toMatchObject({
        __typename: 'MembershipNotFound',
      });
    });

    it('blames a term that ends before it begins, and an entry outside it', async () => {
      const { issues } = await quote(own(), {
        from: '2027-04-01',
        to: '2027-03-31',
        enteredOn: '2027-05-01',
      });
      const { issues: outside } = await quote(own(), {
        from: '2027-04-01',
        to: '2028-03-31',
        enteredOn: '2028-04-01',
      });

      expect(issues.map(({ path }) => path.join('.'))).toEqual(['input.memberships.0.to']);
      expect(outside.map(({ path }) => path.join('.'))).toEqual(['input.memberships.0.enteredOn']);
    });
  });

  describe('addresses and birthdays', () => {
    it('staff change those of a member, never by this door of somebody elsewhere', async () => {
      const personId = toPublicId('Person', member.person.id);
      const elsewhere = {
        clientKey: portal.world.acps.siteKey,
        token: await member.tokenAt(portal.world.acps.siteKey),
      };

      expect(
        await perform(portal, 'setPersonAddresses', { personId, addresses: [HOME] }, office),
      ).toMatchObject({
        person: { addresses: [{ province: 'ON' }] },
      });
      expect(
        await perform(portal, 'setPersonAddresses', { personId, addresses: [] }, elsewhere),
      ).toMatchObject({
        __typename: 'PersonNotFound',
      });
    });

    it('blames what no letter would find', async () => {
      const { issues } = await perform(
        portal,
        'setPersonAddresses',
        {
          addresses: [
            { ...HOME, province: '', postalCode: '90210', city: ' ' },
            { ...HOME, country: 'C1' },
          ],
        },
        own(),
      );

      expect(issues.map(({ path, code }) => [path.slice(2).join('.'), code])).toEqual([
        ['0.city', 'REQUIRED'],
        ['0.province', 'REQUIRED'],
        ['0.postalCode', 'BAD_FORMAT'],
        ['1.kind', 'NOT_ALLOWED'],
        ['1.country', 'NOT_ALLOWED'],
      ]);
    });

    it('nobody was born tomorrow', async () => {
      const personId = toPublicId('Person', member.person.id);

      expect(
        await perform(portal, 'setDateOfBirth', { personId, bornOn: localDate('2030-01-01') }, office),
      ).toMatchObject({
        issues: [{ path: ['input', 'bornOn'], code: 'NOT_ALLOWED' }],
      });
    });
  });
});
