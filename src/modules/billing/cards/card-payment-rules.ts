import type { DeclineReason, GatewayPayment } from '../payment-gateway.ts';
import type { CardOutcome, Dispute, ParkedWhy } from './card-words.ts';

/** What is on file of a card payment. */
export interface KnownCardPayment {
  readonly cents: bigint;
  readonly processing: boolean;
  readonly declineReason: DeclineReason | null;
  readonly dispute: Dispute | null;
  readonly outcome: CardOutcome | null;
}

/** What is to be on file once the gateway's word is taken, and what is done about the money. */
export interface Judged {
  readonly after: Omit<KnownCardPayment, 'cents'>;
  /** PAY: it pays the invoice. Else why it is parked; null where no money is new. */
  readonly money: 'PAY' | ParkedWhy | null;
  /** Whether the payer has it back since, by a dispute. */
  readonly goesBack: boolean;
}

/** Of these a card payment keeps the one that stands further on, whichever is heard first. */
const DISPUTE_ORDER: readonly (Dispute | null)[] = [null, 'OPEN', 'WON', 'LOST'];

/**
 * Takes a gateway's word for a card payment. Money that came in is taken once, even where nobody waited for it any
 * more, and what was once taken is never untaken here: so messages may come in any order, late, and more than once.
 */
export function judgeCardPayment(known: KnownCardPayment, told: GatewayPayment, owedCents: bigint): Judged {
  const { cents: _, ...before } = known;
  const dispute = further(known.dispute, told.dispute);
  const wasPaid = isPaid(known.outcome);
  const goesBack = dispute === 'LOST' && known.dispute !== 'LOST' && (wasPaid || told.state === 'SUCCEEDED');
  if (wasPaid) return { after: { ...before, dispute }, money: null, goesBack };

  if (told.state === 'SUCCEEDED') {
    const why = whyParked(known, told, owedCents);
    const outcome = why === null ? 'SUCCEEDED' : 'PARKED';
    return {
      after: { processing: false, declineReason: null, dispute, outcome },
      money: why ?? 'PAY',
      goesBack,
    };
  }
  if (known.outcome !== null) return { after: before, money: null, goesBack: false };
  return {
    after: {
      processing: told.state === 'PROCESSING',
      declineReason: told.declineReason,
      dispute,
      outcome: told.state === 'CANCELLED' ? 'CANCELLED' : null,
    },
    money: null,
    goesBack: false,
  };
}

export const isPaid = (outcome: CardOutcome | null): boolean =>
  outcome === 'SUCCEEDED' || outcome === 'PARKED';

/** What was ordered is what is paid, or it pays nothing until somebody has looked at it. */
function whyParked(
  { cents: ordered }: Pick<KnownCardPayment, 'cents'>,
  { currency, cents }: Pick<GatewayPayment, 'currency' | 'cents'>,
  owed: bigint,
): ParkedWhy | null {
  if (currency !== 'CAD') return 'CURRENCY_DIFFERS';
  if (cents !== ordered) return 'AMOUNT_DIFFERS';
  return owed < cents ? 'NOTHING_OWED' : null;
}

const further = (a: Dispute | null, b: Dispute | null): Dispute | null =>
  DISPUTE_ORDER.indexOf(a) >= DISPUTE_ORDER.indexOf(b) ? a : b;
