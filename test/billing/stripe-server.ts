import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Stripe } from 'stripe';
import { secondsOf, type Clock } from '../../src/kernel/clock.ts';

export interface AskedOfStripe {
  readonly method: string;
  readonly path: string;
  readonly body: URLSearchParams;
  readonly idempotencyKey: string | undefined;
}

type Answer = { readonly status?: number; readonly body: object };

export interface StripeServer {
  readonly endpoint: { readonly protocol: 'http'; readonly host: string; readonly port: number };
  readonly asked: AskedOfStripe[];
  /** From now on what is asked so is answered so: `POST /v1/payment_intents`. */
  on(what: string, answer: (asked: AskedOfStripe) => Answer): void;
  close(): Promise<void>;
}

/** As much of Stripe's API as we ask, on this machine. */
export async function openStripeServer(): Promise<StripeServer> {
  const answers = new Map<string, (asked: AskedOfStripe) => Answer>();
  const asked: AskedOfStripe[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const path = new URL(url, 'http://127.0.0.1').pathname;
    const key = headers['idempotency-key'];
    const one: AskedOfStripe = {
      method,
      path,
      body: new URLSearchParams(await text(request)),
      idempotencyKey: typeof key === 'string' ? key : undefined,
    };
    asked.push(one);
    const missing: Answer = {
      status: 404,
      body: {
        error: { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${path}` },
      },
    };
    const { status = 200, body } = answers.get(`${method} ${path}`)?.(one) ?? missing;
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: { protocol: 'http', host: '127.0.0.1', port },
    asked,
    on: (what, how) => void answers.set(what, how),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const STRIPE_KEYS = {
  secretKey: 'sk_test_1',
  webhookSecret: 'whsec_1',
  publishableKey: 'pk_test_1',
};

/** A message that something became of a refund of that payment, signed as by Stripe. */
export function aboutRefund(id: string, reference: string, clock: Clock): RequestInit {
  const object = { object: 'refund', id: 're_1', payment_intent: reference };
  const payload = JSON.stringify({ id, object: 'event', type: 'refund.updated', data: { object } });
  const { webhooks } = new Stripe(STRIPE_KEYS.secretKey);
  const secret = STRIPE_KEYS.webhookSecret;
  const timestamp = secondsOf(clock.now());
  const signature = webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { method: 'POST', headers: { 'stripe-signature': signature }, body: payload };
}
