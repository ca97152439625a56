import type { CardPaymentId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { defineJob, enqueue } from '../../../platform/jobs/job.ts';
import { withdrawCardPayment } from './withdraw-card-payment.ts';
import { CardPaymentEntity } from './card-payment.entity.ts';
import { paymentGateway } from '../payment-gateway.ts';
import { takeCardNews } from './take-card-news.ts';

interface Following {
  readonly id: CardPaymentId;
  /** How often it was looked at. */
  readonly looks: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After its start; every day from then on. A message that never came is found in this way. */
const LOOKS: readonly number[] = [2 * MINUTE, 15 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, DAY];
export const CARD_PAYMENT_HOURS = 24;

/** Sees to it that somebody asks for a card payment, should its gateway never tell. */
export async function followLater(tx: Tx, following: Following, startedAt: Date): Promise<void> {
  const after = LOOKS[following.looks] ?? (following.looks - LOOKS.length + 2) * DAY;
  await enqueue(tx, cardPaymentFollower, following, { at: new Date(startedAt.getTime() + after) });
}

/** Looks at a card payment that still stands; once a day is over, nobody pays it any more. */
async function follow(parts: Parts, { id, looks }: Following): Promise<void> {
  const { db, clock } = parts;
  const card = await db.entities.findOneBy(CardPaymentEntity, { id });
  if (!card || card.endedAt !== null) return;

  const isOver = clock.now().getTime() - card.startedAt.getTime() >= CARD_PAYMENT_HOURS * 60 * MINUTE;
  const gateway = parts.ports.of(paymentGateway);
  if (isOver) await withdrawCardPayment(parts, card);
  else if (gateway?.name === card.gateway && card.gatewayReference !== null)
    await takeCardNews(parts, gateway, card.gatewayReference);
  await db.transaction(tx => followLater(tx, { id, looks: looks + 1 }, card.startedAt));
}

export const cardPaymentFollower = defineJob<Following>('follow-card-payment', follow);
