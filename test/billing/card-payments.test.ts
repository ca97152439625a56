import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../support/fake-clock.ts';
import { givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { openCardHouse, WHOLE, type CardHouse } from './card-house.ts';
import { onFile, perform, stateOf, useCard } from './card-operations.ts';

describe('paying by card (E19, E20, E21)', () => {
  let house: CardHouse;
  beforeAll(async () => {
    house = await openCardHouse();
  });
  beforeEach(() => house.signIn());
  afterAll(() => house.portal.close());

  it('a member is led to the gateway and back, and reads there that it is paid', async () => {
    const one = await house.started();
    expect(one.checkout).toMatchObject({ kind: 'PAY_AT', payAt: expect.stringContaining('/dev/card/sbx_') });

    const page = await useCard(house.portal, one, 'APPROVED');

    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toContain(`cardPayment=${one.cardPayment.id}`);
    await house.portal.runDue();
    expect(await stateOf(house.portal, one, house.asked)).toEqual({
      state: 'SUCCEEDED',
      declineReason: null,
    });
    expect(await onFile(house.portal, one)).toMatchObject({
      outcome: 'SUCCEEDED',
      paid: WHOLE,
      payments: '1',
      parked: null,
    });
  });

  it('whoever starts again while one stands is led to the same one, and to another for another amount', async () => {
    const first = await house.started();

    const again = await house.start({ invoiceId: first.invoiceId });
    const part = await house.start({ invoiceId: first.invoiceId, amountCents: 100_00 });

    expect(again.cardPayment.id).toBe(first.cardPayment.id);
    expect(again.checkout).toEqual(first.checkout);
    expect(part.cardPayment).toMatchObject({ amount: { cents: 100_00 } });
    expect(await stateOf(house.portal, first, house.asked)).toMatchObject({ state: 'CANCELLED' });
    expect(await (await useCard(house.portal, first, 'APPROVED')).text()).not.toContain('name="card"');
  });

  it('pays a part, and then the rest', async () => {
    const { invoiceId } = await house.started();
    const part = await house.start({ invoiceId, amountCents: 100_00 });
    await useCard(house.portal, part, 'APPROVED');
    await house.portal.runDue();

    const rest = await house.start({ invoiceId });
    await useCard(house.portal, rest, 'APPROVED');
    await house.portal.runDue();

    expect(rest.cardPayment.amount.cents).toBe(129_95);
    expect(await onFile(house.portal, rest)).toMatchObject({ paid: WHOLE });
    expect(await house.start({ invoiceId })).toMatchObject({ __typename: 'NothingOwed' });
  });

  it('tells why a card was declined, and takes another one', async () => {
    const one = await house.paidWith('INSUFFICIENT_FUNDS');
    expect(await one.page.text()).toContain('Le solde de la carte est insuffisant.');
    await house.portal.runDue();
    expect(await stateOf(house.portal, one, house.asked)).toEqual({
      state: 'DECLINED',
      declineReason: 'INSUFFICIENT_FUNDS',
    });

    await useCard(house.portal, one, 'APPROVED');
    await house.portal.runDue();

    expect(await stateOf(house.portal, one, house.asked)).toEqual({
      state: 'SUCCEEDED',
      declineReason: null,
    });
  });

  it.each([
    ['PENDING_APPROVED', { processing: true }, { outcome: 'SUCCEEDED', paid: WHOLE, processing: false }],
    [
      'PENDING_FAILED',
      { processing: true },
      { outcome: null, paid: '0', decline: 'CARD_DECLINED', processing: false },
    ],
    ['DISPUTE_WON', { paid: WHOLE }, { outcome: 'SUCCEEDED', dispute: 'WON', paid: WHOLE, returns: '0' }],
    ['DISPUTE_LOST', { paid: WHOLE }, { outcome: 'SUCCEEDED', dispute: 'LOST', paid: '0', returns: '1' }],
    ['NO_ANSWER', { outcome: null }, { outcome: 'SUCCEEDED', paid: WHOLE }],
    ['AMOUNT_CHANGED', { paid: '0' }, { outcome: 'PARKED', paid: '0', parked: 'AMOUNT_DIFFERS 23095 CAD' }],
    ['WRONG_CURRENCY', { paid: '0' }, { outcome: 'PARKED', paid: '0', parked: 'CURRENCY_DIFFERS 22995 USD' }],
    ['TOLD_TWICE', { paid: WHOLE }, { payments: '1', paid: WHOLE }],
    ['TOLD_FIRST', { paid: WHOLE }, { payments: '1', paid: WHOLE }],
    ['TOLD_LATE', { outcome: null }, { outcome: 'SUCCEEDED', paid: WHOLE }],
    ['FORGED', { outcome: null, paid: '0' }, { outcome: null, paid: '0', payments: '0' }],
  ] as const)('the test card %s does what it says', async (card, atOnce, later) => {
    const one = await house.paidWith(card);
    await house.portal.runDue();
    expect(await onFile(house.portal, one)).toMatchObject(atOnce);

    house.portal.clock.advance(minutes(11));
    await house.portal.runDue();

    expect(await onFile(house.portal, one)).toMatchObject(later);
  });

  it('is over after a day, and found out without any message', async () => {
    const [left, silent] = [await house.started(), await house.paidWith('TOLD_LATE')];
    await house.portal.parts.db.transaction(tx =>
      tx.query(`delete from graphile_worker._private_jobs where payload::text like '%SUCCEEDED%'`),
    );

    house.portal.clock.advance(hours(25));
    await house.portal.runDue();

    await house.signIn();
    expect(await stateOf(house.portal, left, house.asked)).toMatchObject({ state: 'CANCELLED' });
    expect(await stateOf(house.portal, silent, house.asked)).toMatchObject({ state: 'SUCCEEDED' });
  });

  it('is nobody else’s to start or to read', async () => {
    const one = await house.started();
    const other = await givenSomebodySignedIn(house.portal);

    expect(await house.start({ invoiceId: one.invoiceId }, { token: other.token })).toMatchObject({
      __typename: 'InvoiceNotFound',
    });
    expect(await stateOf(house.portal, one, { token: other.token })).toBeNull();
    expect(await stateOf(house.portal, one, {})).toBeNull();
  });

  it('whoever has a pay link pays without signing in, and reads what became of it', async () => {
    const invoiceId = await house.owed();
    const { token } = await perform(house.portal, 'createPayLink', { invoiceId }, house.asked);

    const one = await house.start({ payLinkToken: token }, {});
    await useCard(house.portal, one, 'APPROVED');
    await house.portal.runDue();

    expect(await stateOf(house.portal, one, {}, token)).toMatchObject({ state: 'SUCCEEDED' });
    expect(await stateOf(house.portal, one, {})).toBeNull();
  });

  it('refuses what cannot be: more than is owed, less than the gateway takes, no invoice, two of them, another page', async () => {
    const invoiceId = await house.owed();

    expect(await house.start({ invoiceId, amountCents: 229_96 })).toMatchObject({
      issues: [{ path: ['input', 'amountCents'] }],
    });
    expect(await house.start({ invoiceId, amountCents: 0 })).toMatchObject({
      issues: [{ path: ['input', 'amountCents'] }],
    });
    expect(await house.start({})).toMatchObject({ issues: [{ path: ['input', 'invoiceId'] }] });
    expect(await house.start({ invoiceId, payLinkToken: 'x' })).toMatchObject({
      issues: [{ path: ['input', 'invoiceId'] }],
    });
    expect(await house.start({ invoiceId, returnPage: 'PREFERENCES' })).toMatchObject({
      issues: [{ path: ['input', 'returnPage'] }],
    });
    expect(await house.start({ invoiceId, amountCents: 49 })).toMatchObject({
      __typename: 'PaymentDeclined',
      reason: 'AMOUNT_NOT_TAKEN',
    });
  });
});
