import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStripeGateway } from '../../src/modules/billing/cards/stripe/stripe-gateway.ts';
import { paymentGateway, type PaymentGateway } from '../../src/modules/billing/payment-gateway.ts';
import type { Port, Ports } from '../../src/platform/port.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { gate, openCardHouse, WHOLE, type CardHouse } from './card-house.ts';
import { onFile, referenceIn, send, stateOf, tell, useCard } from './card-operations.ts';
import { perform as paying, seen } from './payment-operations.ts';
import { aboutRefund, openStripeServer, STRIPE_KEYS, type StripeServer } from './stripe-server.ts';

describe('card payments when the gateway is slow, away or none (E20, E21)', () => {
  let house: CardHouse;
  beforeAll(async () => {
    house = await openCardHouse();
  });
  beforeEach(() => house.signIn());
  afterAll(() => house.portal.close());

  const over = (gateway: PaymentGateway | null, { of }: Ports): Ports => ({
    of: <T>(port: Port<T>): T => (port.name === paymentGateway.name ? (gateway as T) : of(port)),
  });
  const withGateway = async <T>(gateway: PaymentGateway | null, work: () => Promise<T>): Promise<T> => {
    const { ports } = house.portal.parts;
    Object.assign(house.portal.parts, { ports: over(gateway, ports) });
    try {
      return await work();
    } finally {
      Object.assign(house.portal.parts, { ports });
    }
  };

  const stripeAt = ({ endpoint }: StripeServer): PaymentGateway =>
    createStripeGateway({ ...STRIPE_KEYS, endpoint }, house.portal.clock);

  it('nobody pays by card where there is none, and whoever asks is told whom to ask', async () => {
    const invoiceId = await house.owed();

    const refused = await withGateway(null, () => house.start({ invoiceId }));

    expect(refused).toMatchObject({ __typename: 'GatewayUnavailable', next: { kind: 'CONTACT_SUPPORT' } });
  });

  it('what it said before somebody else wrote is asked again', async () => {
    const one = await house.started();
    const sandbox = house.portal.parts.ports.of(paymentGateway);
    if (!sandbox) throw new Error('a test realm has the sandbox');
    const answer = gate();
    const asked = gate();
    let looks = 0;
    const slow: PaymentGateway = {
      ...sandbox,
      async lookUp(reference) {
        const found = await sandbox.lookUp(reference);
        if (++looks > 1) return found;
        asked.open();
        await answer.opened;
        return found;
      },
    };

    await withGateway(slow, async () => {
      const first = tell(house.portal, 'evt_slow', referenceIn(one));
      await asked.opened;
      await useCard(house.portal, one, 'DECLINED');
      await tell(house.portal, 'evt_quick', referenceIn(one));
      answer.open();
      await first;
    });

    expect(await stateOf(house.portal, one, house.asked)).toMatchObject({ state: 'DECLINED' });
  });

  it('Stripe that is away costs nothing: the same request starts the payment once it is back', async () => {
    const server = await openStripeServer();
    const stripe = stripeAt(server);
    const input = { invoiceId: await house.owed(), idempotencyKey: 'une-seule-fois' };
    server.on('POST /v1/payment_intents', () => ({ status: 500, body: { error: { type: 'api_error' } } }));
    const intent = {
      id: 'pi_1',
      status: 'requires_payment_method',
      amount: 22_995,
      currency: 'cad',
      metadata: {},
    };

    const [away, back, again] = await withGateway(stripe, async () => {
      const refused = await house.start(input);
      for (const how of ['POST /v1/payment_intents', 'GET /v1/payment_intents/pi_1'])
        server.on(how, () => ({ body: { ...intent, client_secret: 'pi_1_secret_2' } }));
      return [refused, await house.start(input), await house.start(input)];
    });
    await server.close();

    expect(away).toMatchObject({
      __typename: 'GatewayUnavailable',
      next: { kind: 'WAIT', retryAfterSeconds: 30 },
    });
    expect(back.checkout).toEqual({ kind: 'CONFIRM', payAt: null });
    expect(again.cardPayment).toEqual(back.cardPayment);
    const creations = server.asked.filter(({ method }) => method === 'POST');
    expect(new Set(creations.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(creations).toHaveLength(2);
  });

  it('a key that is sent again with another amount is refused', async () => {
    const invoiceId = await house.owed();
    await house.start({ invoiceId, idempotencyKey: 'deux' });

    const { data } = await send(
      house.portal,
      'startCardPayment',
      { invoiceId, amountCents: 100, idempotencyKey: 'deux' },
      house.asked,
    );

    expect(data['startCardPayment']).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('what is asked of the sandbox twice under one key, even at once, is given back once', async () => {
    const one = await house.paidWith('APPROVED');
    const sandbox = house.portal.parts.ports.of(paymentGateway);
    if (!sandbox) throw new Error('a test realm has the sandbox');
    const reference = referenceIn(one);
    const give = (idempotencyKey: string) => sandbox.refund({ reference, cents: 100n, idempotencyKey });

    const [first, second] = await Promise.all([give('rfd-once'), give('rfd-once')]);
    const again = await give('rfd-once');
    const other = await give('rfd-other');

    expect([second, again]).toEqual([first, first]);
    const { refunds } = (await sandbox.lookUp(reference)) ?? {};
    expect(refunds).toEqual([first, other]);
  });

  it('a refund on which Stripe takes days is asked for once, though Stripe forgets keys after one', async () => {
    const { portal } = house;
    const server = await openStripeServer();
    const stripe = stripeAt(server);
    const one = await house.paidWith('APPROVED');
    await portal.runDue();
    const { payments } = await seen(portal, one.id, house.staff);
    await portal.parts.db.entities.query(
      `update payment set gateway = 'stripe', gateway_reference = 'pi_9' where gateway_reference = $1`,
      [referenceIn(one)],
    );
    const day = days(1);
    const refunds: { id: string; amount: number; status: string; at: number; key: string | undefined }[] = [];
    const list = (data: object[]) => ({ body: { object: 'list', data, has_more: false, url: '/' } });
    server.on('POST /v1/refunds', ({ body, idempotencyKey: key }) => {
      const at = portal.clock.now().getTime();
      const same = refunds.find(refund => refund.key === key && at - refund.at < day);
      if (same) return { body: same };
      const made = { id: `re_${String(refunds.length + 1)}`, status: 'pending', at, key };
      refunds.push({ ...made, amount: Number(body.get('amount')) });
      return { body: refunds.at(-1) ?? {} };
    });
    server.on('GET /v1/refunds/re_1', () => ({ body: refunds[0] ?? {} }));
    server.on('GET /v1/refunds', () => list(refunds));
    server.on('GET /v1/disputes', () => list([]));
    const intent = {
      id: 'pi_9',
      status: 'succeeded',
      amount_received: 22_995,
      currency: 'cad',
      metadata: {},
    };
    server.on('GET /v1/payment_intents/pi_9', () => ({ body: intent }));

    await withGateway(stripe, async () => {
      const input = {
        paymentId: payments[0]?.payment?.id,
        amountCents: 100,
        way: 'SOURCE',
        reason: 'Trop perçu',
        invoiceId: one.invoiceId,
      };
      const { refund } = await paying(portal, 'refundPayment', input, house.staff);
      await portal.runDue();
      portal.clock.advance(days(1) + minutes(60));
      await portal.runDue();
      refunds.splice(0, 1, { ...(refunds[0] as (typeof refunds)[number]), status: 'succeeded' });
      portal.clock.advance(minutes(7 * 60));
      await portal.runDue();
      await house.signIn();
      const { data } = await portal.graphql<{ node: { state: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Refund { state } } }',
        { id: refund.id },
        house.staff,
      );
      expect(data.node.state).toBe('DONE');
    });
    await server.close();

    expect(refunds).toHaveLength(1);
  });

  it('what somebody gives back at Stripe itself is in the ledger once it has left there, and never where it failed', async () => {
    const { portal } = house;
    const server = await openStripeServer();
    const stripe = stripeAt(server);
    const one = await house.paidWith('APPROVED');
    await portal.runDue();
    const reference = 'pi_dashboard';
    await portal.parts.db.transaction(async tx => {
      for (const table of ['payment', 'card_payment'])
        await tx.query(
          `update ${table} set gateway = 'stripe', gateway_reference = $2 where gateway_reference = $1`,
          [referenceIn(one), reference],
        );
    });
    const intent = { id: reference, status: 'succeeded', amount: 22_995, amount_received: 22_995 };
    const list = (...data: object[]) => ({ body: { object: 'list', data, has_more: false, url: '/' } });
    server.on(`GET /v1/payment_intents/${reference}`, () => ({
      body: { ...intent, currency: 'cad', metadata: {} },
    }));
    server.on('GET /v1/disputes', () => list());
    const given = async (slow: string, doomed: string) => {
      server.on('GET /v1/refunds', () =>
        list(
          { id: 're_slow', amount: 5_000, status: slow, metadata: {} },
          { id: 're_doomed', amount: 700, status: doomed, metadata: {} },
        ),
      );
      await withGateway(stripe, () =>
        fetch(`${portal.url}/webhooks/payments/stripe`, aboutRefund(`evt_${slow}`, reference, portal.clock)),
      );
      const { paid } = await onFile(portal, one);
      const refunds = await portal.parts.db.entities.query<object[]>(
        `select r.gateway_reference as reference, j.kind from payment p join refund r on r.payment_id = p.id
         left join journal j on j.cause_id = r.id where p.gateway_reference = $1`,
        [reference],
      );
      return { paid, refunds };
    };

    const pending = await given('pending', 'pending');
    const acted = await given('requires_action', 'failed');
    const left = await given('succeeded', 'failed');
    await server.close();

    expect([pending, acted]).toEqual(Array(2).fill({ paid: WHOLE, refunds: [] }));
    expect(left).toEqual({ paid: '17995', refunds: [{ reference: 're_slow', kind: 'REFUND' }] });
  });
});
