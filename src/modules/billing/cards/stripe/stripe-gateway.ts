import type { Stripe } from 'stripe';
import type { Clock } from '../../../../kernel/clock.ts';
import {
  GatewayDown,
  GatewayRefused,
  type CardOrder,
  type GatewayEvent,
  type PaymentGateway,
} from '../../payment-gateway.ts';
import { declineReasonOf, METADATA, paymentIn, refundIn } from './stripe-payment.ts';

export interface StripePlace {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly publishableKey: string;
  /** Stripe's own where left out. */
  readonly endpoint?: { readonly protocol: 'http' | 'https'; readonly host: string; readonly port: number };
}

const PATIENCE_MS = 10_000;
/** How old a message may be, so that one that was overheard is of no use later. */
const BELIEVED_SECONDS = 300;
const MOST = 100;

/** The library is an optional package: only an installation that is told to use Stripe loads it. */
export function createStripeGateway(place: StripePlace, clock: Clock): PaymentGateway {
  const { publishableKey, webhookSecret } = place;
  let opening: Promise<Opened> | undefined;
  const stripe = (): Promise<Opened> => (opening ??= open(place));

  const look = async (api: Stripe, intent: Stripe.PaymentIntent) => {
    const about = { payment_intent: intent.id, limit: MOST };
    const wasCharged = intent.status === 'succeeded';
    const [disputes, refunds] = wasCharged
      ? await Promise.all([api.disputes.list(about), api.refunds.list(about)])
      : [{ data: [] }, { data: [] }];
    return paymentIn(intent, { disputes: disputes.data, refunds: refunds.data, publishableKey });
  };
  const asking = async <T>(ask: (api: Stripe) => Promise<T>): Promise<T> => {
    const opened = await stripe();
    return ask(opened.api).catch((error: unknown) => {
      throw faultOf(opened, error);
    });
  };
  const known = async <T>(ask: (api: Stripe) => Promise<T>): Promise<T | null> => {
    const opened = await stripe();
    return ask(opened.api).catch((error: unknown) => {
      if (error instanceof opened.sdk.errors.StripeError && error.code === 'resource_missing') return null;
      throw faultOf(opened, error);
    });
  };

  return {
    name: 'stripe',

    start: order =>
      asking(async api =>
        look(api, await api.paymentIntents.create(intentOf(order), { idempotencyKey: order.idempotencyKey })),
      ),

    lookUp: reference => known(async api => look(api, await api.paymentIntents.retrieve(reference))),

    cancel: reference =>
      known(async api => {
        const intent = await api.paymentIntents.retrieve(reference);
        if (!CANCELLABLE.includes(intent.status)) return look(api, intent);
        try {
          return await look(api, await api.paymentIntents.cancel(reference));
        } catch (error) {
          // Somebody paid in between.
          const { errors } = (await stripe()).sdk;
          if (!(error instanceof errors.StripeInvalidRequestError)) throw error;
          return look(api, await api.paymentIntents.retrieve(reference));
        }
      }),

    refund: ({ reference, cents, idempotencyKey }) =>
      asking(async api => {
        // Stripe forgets keys after a day, and would give it back a second time.
        const { data: refunds } = await api.refunds.list({ payment_intent: reference, limit: MOST });
        const before = refunds.find(({ metadata }) => metadata?.[METADATA.refund] === idempotencyKey);
        if (before) return refundIn(before);
        const metadata = { [METADATA.refund]: idempotencyKey };
        const wanted = { payment_intent: reference, amount: Number(cents), metadata };
        const refund = await api.refunds.create(wanted, { idempotencyKey });
        // The same key is answered with what was so the first time.
        return refundIn(refund.status === 'pending' ? await api.refunds.retrieve(refund.id) : refund);
      }),

    async readEvent(body, { 'stripe-signature': signature }) {
      const { api, sdk } = await stripe();
      try {
        const receivedAt = clock.now().getTime();
        const given = typeof signature === 'string' ? signature : '';
        return eventIn(
          api.webhooks.constructEvent(body, given, webhookSecret, BELIEVED_SECONDS, undefined, receivedAt),
        );
      } catch (error) {
        if (error instanceof sdk.errors.StripeSignatureVerificationError) return null;
        throw error;
      }
    },
  };
}

const CANCELLABLE: readonly string[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

const intentOf = (order: CardOrder): Stripe.PaymentIntentCreateParams => ({
  amount: Number(order.amount.cents),
  currency: 'cad',
  allowed_payment_method_types: ['card'],
  description: order.description,
  metadata: { [METADATA.reference]: order.reference, [METADATA.receiver]: order.receiver },
});

/** Charges, disputes and refunds name the payment that they are about; the payment is itself. */
function eventIn({ id, type, data }: Stripe.Event): GatewayEvent {
  const about = data.object as {
    object?: string;
    id?: string;
    payment_intent?: string | { id: string } | null;
  };
  const named = about.object === 'payment_intent' ? about.id : about.payment_intent;
  const reference = typeof named === 'object' ? named?.id : named;
  return { id, kind: type, reference: reference ?? null };
}

interface Opened {
  readonly sdk: typeof Stripe;
  readonly api: Stripe;
}

async function open({ secretKey, endpoint }: StripePlace): Promise<Opened> {
  const { Stripe: sdk } = await import('stripe');
  // A start that is tried again by itself waits twice as long for nothing: whoever asked tries again.
  const api = new sdk(secretKey, {
    maxNetworkRetries: 0,
    telemetry: false,
    timeout: PATIENCE_MS,
    ...endpoint,
  });
  return { sdk, api };
}

function faultOf({ sdk: { errors } }: Opened, error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const cause = { cause: error };
  const isAmount = error.code === 'amount_too_small' || error.code === 'amount_too_large';
  if (error instanceof errors.StripeCardError || isAmount)
    return new GatewayRefused(declineReasonOf(error), cause);
  if (error instanceof errors.StripeInvalidRequestError) return new GatewayRefused('PROCESSING_ERROR', cause);
  return new GatewayDown(cause);
}
