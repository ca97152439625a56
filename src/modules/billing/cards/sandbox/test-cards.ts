import type { DeclineReason } from '../../payment-gateway.ts';
import type { SandboxEventKind } from './sandbox-state.ts';

/** Something that a test card makes happen, so many seconds after it is used. */
export interface PlannedEvent {
  readonly kind: SandboxEventKind;
  readonly after?: number;
  readonly declineReason?: DeclineReason;
  /** Where not what was ordered is received. */
  readonly received?: 'A_DOLLAR_MORE' | 'US_DOLLARS';
  /** What somebody gives back at the gateway itself. */
  readonly givenBack?: 'A_DOLLAR' | 'ALL';
  /** How many seconds after it happened each message of it is sent; at once and one time unless told otherwise. */
  readonly told?: readonly number[];
}

export interface TestCard {
  /** By which it is told apart on the page. There is no whole number, so that nobody learns to type one here. */
  readonly lastDigits: string;
  readonly events: readonly PlannedEvent[];
  /** What the page does then: back to the site, another card, or no answer. */
  readonly answers: 'RETURN' | 'AGAIN' | 'SILENCE';
  /** The message comes before the page has answered. */
  readonly toldFirst?: true;
  /** A message that somebody else signed says that it was paid. */
  readonly forged?: true;
}

const declined = (lastDigits: string, declineReason: DeclineReason): TestCard => ({
  lastDigits,
  events: [{ kind: 'DECLINED', declineReason }],
  answers: 'AGAIN',
});

const paid = (lastDigits: string, event: Omit<PlannedEvent, 'kind'> = {}): TestCard => ({
  lastDigits,
  events: [{ kind: 'SUCCEEDED', ...event }],
  answers: 'RETURN',
});

const later = (lastDigits: string, then: Omit<PlannedEvent, 'after'>): TestCard => ({
  lastDigits,
  events: [{ kind: 'PROCESSING' }, { after: 120, ...then }],
  answers: 'RETURN',
});

const disputed = (lastDigits: string, ends: SandboxEventKind): TestCard => ({
  lastDigits,
  events: [{ kind: 'SUCCEEDED' }, { kind: 'DISPUTE_OPENED', after: 60 }, { kind: ends, after: 120 }],
  answers: 'RETURN',
});

/** Somebody gives it back a minute later, past the house. */
const refunded = (lastDigits: string, ...then: readonly PlannedEvent[]): TestCard => ({
  lastDigits,
  events: [{ kind: 'SUCCEEDED' }, ...then],
  answers: 'RETURN',
});

/** One for everything that a real gateway may do to us. */
export const TEST_CARDS = {
  APPROVED: paid('4242'),
  DECLINED: declined('0002', 'CARD_DECLINED'),
  INSUFFICIENT_FUNDS: declined('9995', 'INSUFFICIENT_FUNDS'),
  EXPIRED_CARD: declined('0069', 'EXPIRED_CARD'),
  WRONG_SECURITY_CODE: declined('0127', 'WRONG_SECURITY_CODE'),
  AUTHENTICATION_FAILED: declined('3178', 'AUTHENTICATION_FAILED'),
  PROCESSING_ERROR: declined('0119', 'PROCESSING_ERROR'),
  PENDING_APPROVED: later('0077', { kind: 'SUCCEEDED' }),
  PENDING_FAILED: later('0341', { kind: 'DECLINED', declineReason: 'CARD_DECLINED' }),
  DISPUTE_WON: disputed('0259', 'DISPUTE_WON'),
  DISPUTE_LOST: disputed('1976', 'DISPUTE_LOST'),
  REFUNDED_THERE: refunded('5126', { kind: 'REFUNDED', after: 60, givenBack: 'ALL' }),
  REFUNDED_IN_PART: refunded('3155', { kind: 'REFUNDED', after: 60, givenBack: 'A_DOLLAR', told: [0, 0] }),
  REFUND_FAILED: refunded(
    '7726',
    { kind: 'REFUNDED', after: 60, givenBack: 'ALL' },
    { kind: 'REFUND_FAILED', after: 120 },
  ),
  NO_ANSWER: { ...paid('5504', { told: [300] }), answers: 'SILENCE' },
  AMOUNT_CHANGED: paid('1100', { received: 'A_DOLLAR_MORE' }),
  WRONG_CURRENCY: paid('0840', { received: 'US_DOLLARS' }),
  TOLD_TWICE: paid('2222', { told: [0, 0] }),
  TOLD_FIRST: { ...paid('1111'), toldFirst: true },
  TOLD_LATE: paid('6006', { told: [600] }),
  FORGED: { lastDigits: '6660', events: [], answers: 'RETURN', forged: true },
} as const satisfies Record<string, TestCard>;

export type TestCardName = keyof typeof TEST_CARDS;
export const TEST_CARD_NAMES = Object.keys(TEST_CARDS) as readonly TestCardName[];
