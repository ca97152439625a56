import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { Money } from '../../src/kernel/money.ts';
import { createStripeGateway } from '../../src/modules/billing/cards/stripe/stripe-gateway.ts';
import {
  GatewayDown,
  GatewayRefused,
  type CardOrder,
  type PaymentGateway,
} from '../../src/modules/billing/payment-gateway.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openStripeServer, STRIPE_KEYS, type StripeServer } from './stripe-server.ts';

const INTENTS = '/v1/payment_intents';

const intent = (wanted: object = {}): object => ({
  id: 'pi_1',
  object: 'payment_intent',
  amount: 22_995,
  amount_received: 0,
  currency: 'cad',
  status: 'requires_payment_method',
  client_secret: 'pi_1_secret_2',
  last_payment_error: null,
  metadata: { affilia_reference: 'cpm_1', affilia_receiver: 'ass_1' },
  ...wanted,
});
const list = (...data: object[]): object => ({ object: 'list', data, has_more: false, url: '/' });
const error = (type: string, code?: string, more: object = {}): object => ({
  error: { type, code, message: 'Non.', ...more },
});

const order: CardOrder = {
  reference: 'cpm_1',
  receiver: 'ass_1',
  amount: Money.cad(229_95),
  description: 'Facture AQPM-2026-000123',
  locale: 'fr-CA',
  returnUrl: 'https://aqpm.example/facture?cardPayment=cpm_1',
  idempotencyKey: '0199-une-seule-fois',
};

describe('Stripe as the gateway (E20, E21), by its own library', () => {
  let server: StripeServer;
  let gateway: PaymentGateway;
  const clock = new FakeClock();
  beforeEach(async () => {
    server = await openStripeServer();
    gateway = createStripeGateway({ ...STRIPE_KEYS, endpoint: server.endpoint }, clock);
  });
  afterEach(() => server.close());

  it('orders a payment once, under our reference, by card alone', async () => {
    server.on(`POST ${INTENTS}`, () => ({ body: intent() }));

    const started = await gateway.start(order);

    expect(started).toMatchObject({
      reference: 'pi_1',
      state: 'OPEN',
      order: { reference: 'cpm_1', receiver: 'ass_1' },
      payWith: { kind: 'LIBRARY', clientSecret: 'pi_1_secret_2', publishableKey: 'pk_test_1' },
    });
    const [asked] = server.asked;
    expect(asked?.idempotencyKey).toBe('0199-une-seule-fois');
    expect(Object.fromEntries(asked?.body ?? [])).toEqual({
      amount: '22995',
      currency: 'cad',
      'allowed_payment_method_types[0]': 'card',
      description: 'Facture AQPM-2026-000123',
      'metadata[affilia_reference]': 'cpm_1',
      'metadata[affilia_receiver]': 'ass_1',
    });
  });

  it.each([
    ['requires_action', {}, { state: 'OPEN', cents: 22_995n }],
    ['processing', {}, { state: 'PROCESSING', payWith: null }],
    ['canceled', {}, { state: 'CANCELLED', payWith: null }],
    [
      'succeeded',
      { amount_received: 23_095, currency: 'usd' },
      { state: 'SUCCEEDED', cents: 23_095n, currency: 'USD' },
    ],
    ['succeeded', { metadata: {} }, { order: null }],
    [
      'requires_payment_method',
      { last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' } },
      { state: 'OPEN', declineReason: 'INSUFFICIENT_FUNDS' },
    ],
    [
      'requires_payment_method',
      { last_payment_error: { code: 'expired_card' } },
      { declineReason: 'EXPIRED_CARD' },
    ],
    [
      'requires_payment_method',
      { last_payment_error: { code: 'card_declined', decline_code: 'stolen_card' } },
      { declineReason: 'CARD_DECLINED' },
    ],
  ])('a payment that is %s is told in our words', async (status, more, expected) => {
    server.on(`GET ${INTENTS}/pi_1`, () => ({ body: intent({ status, ...more }) }));
    server.on('GET /v1/disputes', () => ({ body: list() }));
    server.on('GET /v1/refunds', () => ({ body: list() }));

    expect(await gateway.lookUp('pi_1')).toMatchObject(expected);
  });

  it.each([
    [[], null],
    [['needs_response'], 'OPEN'],
    [['won'], 'WON'],
    [['won', 'lost'], 'LOST'],
    [['warning_closed'], 'WON'],
  ] as const)('disputes %j are %s, and refunds come with them', async (statuses, dispute) => {
    server.on(`GET ${INTENTS}/pi_1`, () => ({
      body: intent({ status: 'succeeded', amount_received: 22_995 }),
    }));
    server.on('GET /v1/disputes', () => ({
      body: list(...statuses.map(status => ({ object: 'dispute', status }))),
    }));
    server.on('GET /v1/refunds', () => ({
      body: list(
        { id: 're_1', amount: 500, status: 'pending' },
        { id: 're_2', amount: 700, status: 'failed' },
      ),
    }));

    expect(await gateway.lookUp('pi_1')).toMatchObject({
      dispute,
      refunds: [
        { reference: 're_1', cents: 500n, state: 'PENDING' },
        { reference: 're_2', cents: 700n, state: 'FAILED' },
      ],
    });
  });

  it('one that it does not know is none', async () => {
    expect(await gateway.lookUp('pi_404')).toBeNull();
    expect(await gateway.cancel('pi_404')).toBeNull();
  });

  it('cancels what nobody has paid, and leaves what somebody pays meanwhile', async () => {
    server.on(`GET ${INTENTS}/pi_1`, () => ({ body: intent() }));
    server.on(`POST ${INTENTS}/pi_1/cancel`, () => ({ body: intent({ status: 'canceled' }) }));
    expect(await gateway.cancel('pi_1')).toMatchObject({ state: 'CANCELLED' });

    server.on(`POST ${INTENTS}/pi_1/cancel`, () => {
      server.on(`GET ${INTENTS}/pi_1`, () => ({ body: intent({ status: 'processing' }) }));
      return { status: 400, body: error('invalid_request_error', 'payment_intent_unexpected_state') };
    });
    expect(await gateway.cancel('pi_1')).toMatchObject({ state: 'PROCESSING' });
  });

  it('gives money back once', async () => {
    const metadata = { affilia_refund: 'rfd-1' };
    const made = { id: 're_1', amount: 500, status: 'succeeded', metadata };
    server.on('GET /v1/refunds', () => ({ body: list({ id: 're_0', amount: 500, metadata: {} }) }));
    server.on('POST /v1/refunds', () => ({ body: made }));
    const give = () => gateway.refund({ reference: 'pi_1', cents: 500n, idempotencyKey: 'rfd-1' });

    const refund = await give();
    server.on('GET /v1/refunds', () => ({ body: list(made) }));
    const again = await give();

    expect(refund).toEqual({ reference: 're_1', cents: 500n, state: 'SUCCEEDED', idempotencyKey: 'rfd-1' });
    expect(again).toEqual(refund);
    const [asked, ...others] = server.asked.filter(({ method }) => method === 'POST');
    expect(others).toEqual([]);
    expect(asked?.idempotencyKey).toBe('rfd-1');
    expect(Object.fromEntries(asked?.body ?? [])).toEqual({
      payment_intent: 'pi_1',
      amount: '500',
      'metadata[affilia_refund]': 'rfd-1',
    });
  });

  it.each([
    [402, error('card_error', 'card_declined', { decline_code: 'insufficient_funds' }), 'INSUFFICIENT_FUNDS'],
    [400, error('invalid_request_error', 'amount_too_small'), 'AMOUNT_NOT_TAKEN'],
    [400, error('invalid_request_error', 'parameter_invalid_integer'), 'PROCESSING_ERROR'],
  ])('what it refuses with %i is refused, once and for all', async (status, body, reason) => {
    server.on(`POST ${INTENTS}`, () => ({ status, body }));

    const refused = await gateway.start(order).catch((fault: unknown) => fault);

    expect(refused).toBeInstanceOf(GatewayRefused);
    expect(refused).toMatchObject({ reason });
  });

  it.each([
    [500, error('api_error')],
    [429, error('rate_limit_error')],
    [401, error('authentication_error')],
  ])('what it answers with %i is worth another try', async (status, body) => {
    server.on(`POST ${INTENTS}`, () => ({ status, body }));

    await expect(gateway.start(order)).rejects.toBeInstanceOf(GatewayDown);
  });

  it('is down when nobody answers', async () => {
    await server.close();

    await expect(gateway.lookUp('pi_1')).rejects.toBeInstanceOf(GatewayDown);
  });

  describe('its messages', () => {
    const { webhooks } = new Stripe(STRIPE_KEYS.secretKey);
    const payload = (object: object): string =>
      JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.dispute.closed', data: { object } });
    const signed = (body: string, secret = STRIPE_KEYS.webhookSecret) => ({
      'stripe-signature': webhooks.generateTestHeaderString({
        payload: body,
        secret,
        timestamp: Math.floor(clock.now().getTime() / 1_000),
      }),
    });

    it.each([
      [{ object: 'payment_intent', id: 'pi_1' }, 'pi_1'],
      [{ object: 'dispute', id: 'dp_1', payment_intent: 'pi_1' }, 'pi_1'],
      [{ object: 'charge', id: 'ch_1', payment_intent: { id: 'pi_1' } }, 'pi_1'],
      [{ object: 'payout', id: 'po_1' }, null],
    ])('about %j name the payment %s', async (object, reference) => {
      const body = payload(object);

      const event = await gateway.readEvent(Buffer.from(body), signed(body));

      expect(event).toEqual({ id: 'evt_1', kind: 'charge.dispute.closed', reference });
    });

    it('are nothing when they were signed by somebody else, changed, not signed, or overheard long ago', async () => {
      const body = payload({ object: 'payment_intent', id: 'pi_1' });
      const read = (headers: object, text = body) => gateway.readEvent(Buffer.from(text), { ...headers });
      const headers = signed(body);

      expect(await read(signed(body, 'whsec_d-un-autre'))).toBeNull();
      expect(await read(headers, body.replace('pi_1', 'pi_2'))).toBeNull();
      expect(await read({})).toBeNull();

      clock.advance(minutes(6));
      expect(await read(headers)).toBeNull();
    });
  });
});
