import type { z } from 'zod';
import type { GatewayPlace } from '../modules/billing/index.ts';
import type { RealmMode } from '../platform/context.ts';
import { ConfigFault, reading } from './config-fault.ts';

const STRIPE_KEYS = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_PUBLISHABLE_KEY'] as const;
type StripeKey = (typeof STRIPE_KEYS)[number];
type Given = Partial<Record<StripeKey | 'PAYMENT_GATEWAY', string | undefined>>;
export type PaymentsFault = readonly [StripeKey, ConfigFault];

/** In a live realm nobody pays with cards that do not exist. */
export const gatewayIn = (mode: RealmMode): z.ZodType<'sandbox' | 'stripe', string> =>
  reading(text => {
    if (text === 'stripe' || (text === 'sandbox' && mode === 'TEST')) return text;
    return text === 'sandbox'
      ? new ConfigFault('SANDBOX')
      : new ConfigFault('WORD', { words: mode === 'TEST' ? 'sandbox, stripe' : 'stripe' });
  });

/** Keys say which of Stripe's two modes they are of: a test realm charges nobody, a live one charges. */
const stripeKeyIn = (mode: RealmMode, prefixes: string): z.ZodType<string, string> =>
  reading(text => {
    const [, kept, sort] = new RegExp(`^((?:${prefixes})_(test|live)_)[A-Za-z0-9_]{16,}$`).exec(text) ?? [];
    if (kept === undefined) return new ConfigFault('STRIPE_KEY');
    return sort === mode.toLowerCase() ? text : new ConfigFault('STRIPE_MODE', { mode });
  });
export const stripeSecretKeyIn = (mode: RealmMode): z.ZodType<string, string> => stripeKeyIn(mode, 'sk|rk');
export const stripePublishableKeyIn = (mode: RealmMode): z.ZodType<string, string> => stripeKeyIn(mode, 'pk');
export const stripeWebhookSecret: z.ZodType<string, string> = reading(text =>
  /^whsec_[A-Za-z0-9+/=_-]{16,}$/.test(text) ? text : new ConfigFault('STRIPE_KEY'),
);

/** All keys or none: without one of them money would be taken that nobody hears of. */
export function paymentContradictions(given: Given): PaymentsFault[] {
  const isStripe = given.PAYMENT_GATEWAY === 'stripe';
  const wrong = STRIPE_KEYS.find(name => isStripe === (given[name] === undefined));
  if (wrong === undefined) return [];
  return [[wrong, new ConfigFault(isStripe ? 'STRIPE_KEY_MISSING' : 'STRIPE_KEY_ALONE')]];
}

interface Read extends Partial<Record<StripeKey, string | undefined>> {
  readonly REALM_MODE: RealmMode;
  readonly PAYMENT_GATEWAY?: 'sandbox' | 'stripe' | undefined;
}

/** Where nothing is said, a test realm has the sandbox, and in a live one nobody pays by card. */
export function gatewayOf(read: Read): GatewayPlace {
  if (read.PAYMENT_GATEWAY !== 'stripe') return { kind: read.REALM_MODE === 'TEST' ? 'SANDBOX' : 'NONE' };
  const { STRIPE_SECRET_KEY = '', STRIPE_WEBHOOK_SECRET = '', STRIPE_PUBLISHABLE_KEY = '' } = read;
  return {
    kind: 'STRIPE',
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
    publishableKey: STRIPE_PUBLISHABLE_KEY,
  };
}
