import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type AssociationId } from '../../src/kernel/id.ts';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform, type InvoiceResult } from './invoice-operations.ts';

const SYMPOSIUM = {
  kind: 'EVENT',
  descriptionFr: 'Colloque',
  descriptionEn: 'Symposium',
  quantity: 2,
  unitCents: 100_00,
  taxTreatment: 'SALES',
};
const PREMIUM = { ...SYMPOSIUM, kind: 'INSURANCE', quantity: 1, taxTreatment: 'PREMIUM' };

const blamed = ({ issues }: InvoiceResult): string[] => issues.map(({ path }) => path.join('.'));

describe('billing somebody by hand (E1, E5, E18)', () => {
  let portal: Portal;
  let icu: Asked;
  let oppi: AssociationEntity;
  beforeAll(async () => {
    portal = await openPortal();
    ({ oppi } = portal.world);
    const clerk = await givenSomebodySignedIn(portal);
    const { association, toolKey: clientKey } = portal.world.icu;
    await givenStaff(portal, clerk.accountId, association, StaffRole.FINANCE);
    icu = { clientKey, token: await clerk.tokenAt(clientKey) };
    await portal.parts.db.transaction(async tx => {
      await tx.query(
        `insert into tax_registration (id, association_id, kind, number, from_on)
         select gen_random_uuid(), $1, kind, number, '2020-01-01'
         from (values ('GST_HST', '123456789 RT0001'), ('QST', '1234567890 TQ0001')) as of_body (kind, number)`,
        [association.id],
      );
    });
  });
  afterAll(() => portal.close());

  const issue = async (by: AssociationId, wanted: object, asked = icu) =>
    perform(
      portal,
      'issueInvoice',
      {
        associationId: toPublicId('Association', by),
        kind: 'EVENT',
        dueOn: '2026-12-31',
        lines: [SYMPOSIUM],
        ...wanted,
      },
      asked,
    );
  const national = (): AssociationId => portal.world.icu.association.id;
  const studio = async (associationId: AssociationId): Promise<string> => {
    const at = { street: '12, rue des Érables', city: 'Montréal', province: 'QC', postalCode: 'H3A 2E6' };
    return toPublicId('Organization', (await givenOrganization(portal, { associationId, ...at })).id);
  };
  const person = async (associationId: AssociationId): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId })).id);

  it('bears the taxes of the place and the day', async () => {
    const { invoice } = await issue(national(), { payerId: await studio(national()) });

    expect(invoice).toMatchObject({
      state: 'OPEN',
      total: { cents: 229_95 },
      billTo: { version: 1, name: '9000-0001 Québec inc.' },
      lines: [
        {
          net: { cents: 200_00 },
          taxes: [
            { tax: 'GST', amount: { cents: 10_00 }, registrationNumber: '123456789 RT0001' },
            { tax: 'QST', amount: { cents: 19_95 }, registrationNumber: '1234567890 TQ0001' },
          ],
        },
      ],
    });
  });

  it('is never of dues, for a day that is over, or to somebody of another tree', async () => {
    const refused = await issue(national(), {
      kind: 'DUES',
      dueOn: '2026-11-21',
      payerId: toPublicId('Association', portal.world.acps.association.id),
    });

    expect(blamed(refused)).toEqual(['input.dueOn', 'input.kind', 'input.payerId']);
  });

  it('comes about once for two clicks', async () => {
    const payerId = await person(national());
    const wanted = { payerId, idempotencyKey: 'one-event' };

    const [first, second] = await Promise.all([issue(national(), wanted), issue(national(), wanted)]);

    expect(second.invoice.number).toBe(first.invoice.number);
  });

  it('taxes a premium as a premium, and nothing else', async () => {
    const payerId = await person(national());

    const asSale = await issue(national(), { payerId, lines: [{ ...PREMIUM, taxTreatment: 'SALES' }] });
    const asPremium = await issue(national(), {
      payerId,
      lines: [{ ...SYMPOSIUM, taxTreatment: 'PREMIUM' }],
    });

    expect([blamed(asSale), blamed(asPremium)]).toEqual([
      ['input.lines.0.taxTreatment'],
      ['input.lines.0.taxTreatment'],
    ]);
  });

  it('taxes a premium where the insured is, whoever pays it: 8 % in Ontario for an employer of Québec', async () => {
    const holder = { personId: (await givenPerson(portal, { associationId: oppi.id })).id };
    const memberClass = await givenClass(portal, { associationId: oppi.id, code: 'INSURED' });
    const insured = await givenMembership(portal, memberClass, holder, { memberNumber: 'I-1' });

    const { invoice } = await issue(oppi.id, {
      payerId: await studio(oppi.id),
      membershipId: toPublicId('Membership', insured.id),
      lines: [PREMIUM],
    });

    expect(invoice).toMatchObject({ lines: [{ taxes: [{ amount: { cents: 8_00 } }] }] });
  });

  it('is collected for a body of the same line, never for a sibling, nor from its people', async () => {
    const { oppi: one, pibc: sibling } = portal.world;
    const payerId = await person(one.id);
    const supplied = (id: AssociationId) => [{ ...SYMPOSIUM, supplierId: toPublicId('Association', id) }];

    const ofNational = await issue(one.id, { payerId, lines: supplied(national()) });
    const ofSibling = await issue(one.id, { payerId, lines: supplied(sibling.id) });
    const fromSibling = await issue(one.id, { payerId: await person(sibling.id) });
    const fromIndependent = await issue(national(), { payerId: await person(sibling.id) });

    expect(ofNational.__typename).toBe('IssueInvoiceSuccess');
    expect(blamed(ofSibling)).toEqual(['input.lines.0.supplierId']);
    expect(blamed(fromSibling)).toEqual(['input.payerId']);
    expect(blamed(fromIndependent)).toEqual(['input.payerId']);
  });

  it('names a body that pays in the language of the document, its address as it prints it', async () => {
    const payerId = toPublicId('Association', oppi.id);

    const { invoice } = await issue(national(), { payerId, locale: 'EN_CA' });

    expect(invoice['billTo']).toMatchObject({
      name: oppi.nameEn,
      street: oppi.postalAddress,
      province: null,
    });
  });

  describe('a body that pays (E15)', () => {
    const payLink = (invoiceId: string, asked: Asked) =>
      perform(portal, 'createPayLink', { invoiceId }, asked);
    const clerkOf = async (body: AssociationEntity, role: StaffRole) => {
      const clerk = await givenSomebodySignedIn(portal, { associationId: body.id });
      await givenStaff(portal, clerk.accountId, body, role);
      return { clerk, asked: { ...icu, token: await clerk.tokenAt(portal.world.icu.toolKey) } };
    };

    it('acts by whoever handles its money, never by whoever only reads it, nor for a membership of their own', async () => {
      const { asked: reader } = await clerkOf(oppi, StaffRole.MEMBERSHIP);
      const { clerk, asked: treasurer } = await clerkOf(oppi, StaffRole.FINANCE);
      const payerId = toPublicId('Association', oppi.id);
      const memberClass = await givenClass(portal, { associationId: national(), code: 'NATIONAL' });
      const own = await givenMembership(
        portal,
        memberClass,
        { personId: clerk.person.id },
        { memberNumber: 'N-1' },
      );
      const fees = await issue(national(), { payerId });
      const ownFee = await issue(national(), { payerId, membershipId: toPublicId('Membership', own.id) });

      expect((await payLink(fees.invoice.id, reader)).__typename).toBe('InvoiceNotFound');
      expect((await payLink(fees.invoice.id, treasurer)).__typename).toBe('CreatePayLinkSuccess');
      expect((await payLink(ownFee.invoice.id, treasurer)).__typename).toBe('InvoiceNotFound');
    });
  });
});
