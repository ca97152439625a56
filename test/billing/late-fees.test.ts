import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { openPaymentHouse, type Member, type PaymentHouse } from './payment-house.ts';
import { askQuote, perform } from './price-operations.ts';

describe('a fee for being late (E3, domain-facts 1.3)', () => {
  let house: PaymentHouse;
  beforeAll(async () => {
    house = await openPaymentHouse();
    const associationId = toPublicId('Association', house.aqpm);
    const { feeItem } = await perform(
      house.portal,
      'setFeeItem',
      {
        ...{ associationId, code: 'LATE', nameFr: 'Frais de retard', nameEn: 'Late fee', kind: 'FEE' },
        ...{ taxTreatment: 'NONE', charged: 'WHEN_LATE', effect: 'NONE', settlement: 'ON_PAYMENT' },
        ...{ priceDay: 'INVOICE_DAY', taxDay: 'INVOICE_DAY' },
      },
      house.staff,
    );
    const price = { feeItemId: feeItem.id, from: '2026-01-01', percentOfOwing: '10' };
    await perform(house.portal, 'setPriceRule', price, house.staff);
  });
  afterAll(() => house.portal.close());

  const lateOn = async (member: Member, on: string): Promise<number> => {
    const asked = { membershipId: toPublicId('Membership', member.membershipId), occasions: ['WHEN_LATE'] };
    return (await askQuote(house.portal, { memberships: [asked], on }, house.staff)).quote.total.cents;
  };
  const owing = async (): Promise<Member> => {
    const member = await house.member();
    await house.dues(member, { unit: Money.cad(576_00), taxes: [] }, '2027-03-31');
    return member;
  };

  it('is a tenth of what is open the day after it was due, and nothing on the day itself', async () => {
    const member = await owing();

    expect([await lateOn(member, '2027-03-31'), await lateOn(member, '2027-04-01')]).toEqual([0, 57_60]);
  });

  it('is asked of nobody who was never billed, and of what is left of a bill paid in part', async () => {
    const member = await house.member();
    const dues = await house.dues(member, { unit: Money.cad(576_00), taxes: [] }, '2027-03-31');
    await house.record(276_00, [dues]);

    expect(await lateOn(await house.member(), '2027-04-01')).toBe(0);
    expect(await lateOn(member, '2027-04-01')).toBe(30_00);
  });
});
