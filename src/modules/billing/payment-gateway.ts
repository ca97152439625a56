import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../kernel/locale.ts';
import type { Money } from '../../kernel/money.ts';
import { definePort } from '../../platform/port.ts';

/** What is to be paid by card, and by what the gateway's news of it is known again. */
export interface CardOrder {
  /** Ours, as the API shows it. */
  readonly reference: string;
  /** Public id of the body that receives the money. */
  readonly receiver: string;
  readonly amount: Money;
  /** What the payer reads at the gateway, such as the number of the invoice. */
  readonly description: string;
  readonly locale: Locale;
  /** Where the browser is sent afterwards. */
  readonly returnUrl: string;
  /** The same key twice is one order. */
  readonly idempotencyKey: string;
}

/** How the browser goes on: to a page of the gateway's, or with its own library and what that needs. */
export type PayWith =
  | { readonly kind: 'PAGE'; readonly url: string }
  | { readonly kind: 'LIBRARY'; readonly clientSecret: string; readonly publishableKey: string };

export const DECLINE_REASONS = {
  CARD_DECLINED: 'CARD_DECLINED',
  INSUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  EXPIRED_CARD: 'EXPIRED_CARD',
  WRONG_SECURITY_CODE: 'WRONG_SECURITY_CODE',
  AUTHENTICATION_FAILED: 'AUTHENTICATION_FAILED',
  AMOUNT_NOT_TAKEN: 'AMOUNT_NOT_TAKEN',
  PROCESSING_ERROR: 'PROCESSING_ERROR',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export interface GatewayRefund {
  /** The gateway's. */
  readonly reference: string;
  readonly cents: bigint;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  /** Under which we asked for it; null where we did not: somebody made it at the gateway itself. */
  readonly idempotencyKey: string | null;
}

/** All that a gateway knows of a payment at this instant. Not `Money`: nobody promises that it is ours. */
export interface GatewayPayment {
  /** The gateway's. */
  readonly reference: string;
  /** What the order said; null where it was not ours. */
  readonly order: { readonly reference: string; readonly receiver: string } | null;
  /** OPEN: nobody has paid, or a card was declined and another one may be tried. */
  readonly state: 'OPEN' | 'PROCESSING' | 'SUCCEEDED' | 'CANCELLED';
  /** What was received, once it was; else what was ordered. */
  readonly cents: bigint;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  /** Of the last card that was tried, when it was declined. */
  readonly declineReason: DeclineReason | null;
  readonly dispute: 'OPEN' | 'WON' | 'LOST' | null;
  readonly refunds: readonly GatewayRefund[];
  /** Null once there is nothing more to do in a browser. */
  readonly payWith: PayWith | null;
}

/** News are a reason to look: whatever they say, and in whatever order, what counts is what `lookUp` finds then. */
export interface GatewayEvent {
  readonly id: string;
  /** The gateway's own word for it, for whoever reads the table. */
  readonly kind: string;
  /** The gateway's reference of the payment; null for news of something else. */
  readonly reference: string | null;
}

/**
 * Who takes cards for the house. A card number goes from the browser to it and never through here. Throws
 * `GatewayDown` where trying again may help and `GatewayRefused` where it does not.
 */
export interface PaymentGateway {
  /** As it stands in addresses and tables. */
  readonly name: string;
  start(order: CardOrder): Promise<GatewayPayment>;
  /** Null where it knows no such payment. */
  lookUp(reference: string): Promise<GatewayPayment | null>;
  /** Nobody pays it any more; what is paid or on its way stays. Answers what it found then. */
  cancel(reference: string): Promise<GatewayPayment | null>;
  /** Gives back to the card, in the currency in which it paid. The same key twice is one refund. */
  refund(refund: {
    readonly reference: string;
    readonly cents: bigint;
    readonly idempotencyKey: string;
  }): Promise<GatewayRefund>;
  /** Reads what came to the webhook, byte by byte as it came; null where the gateway has not signed it. */
  readEvent(body: Buffer, headers: IncomingHttpHeaders): Promise<GatewayEvent | null>;
}

/** It does not answer, or answers that it cannot now. */
export class GatewayDown extends Error {
  constructor(options?: ErrorOptions) {
    super('the payment gateway does not answer', options);
    this.name = 'GatewayDown';
  }
}

/** It says no, and would say so again. */
export class GatewayRefused extends Error {
  constructor(
    readonly reason: DeclineReason,
    options?: ErrorOptions,
  ) {
    super(`the payment gateway refused: ${reason}`, options);
    this.name = 'GatewayRefused';
  }
}

/** Null where the operator has chosen none: then nobody pays by card. */
export const paymentGateway = definePort<PaymentGateway | null>('paymentGateway');
