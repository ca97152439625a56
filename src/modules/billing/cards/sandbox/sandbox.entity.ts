import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { LOCALES, type Locale } from '../../../../kernel/locale.ts';
import { Cents, Count, Instant, OneOf, Text, TextKey } from '../../../../platform/database/columns.ts';
import type { DeclineReason } from '../../payment-gateway.ts';
import { SANDBOX_EVENTS, type SandboxEventKind } from './sandbox-state.ts';

/** An order as the sandbox took it. What became of it is computed from its events. */
@Entity('sandbox_payment')
@Unique(['idempotencyKey'])
@OneOf('sandbox_payment', 'locale', LOCALES)
export class SandboxPaymentEntity {
  @TextKey()
  reference!: string;

  @Text()
  idempotencyKey!: string;

  @Text()
  orderReference!: string;

  @Text()
  receiver!: string;

  @Cents()
  cents!: bigint;

  @Text()
  description!: string;

  @Text()
  locale!: Locale;

  @Text()
  returnUrl!: string;

  @Instant()
  startedAt!: Date;
}

/** Something that happens to an order, now or at a later instant. */
@Entity('sandbox_event')
@Unique(['idempotencyKey'])
@OneOf('sandbox_event', 'kind', SANDBOX_EVENTS)
@Index('sandbox_event_payment_reference_idx', ['paymentReference', 'happensAt', 'position'])
export class SandboxEventEntity {
  @TextKey()
  id!: string;

  @ForeignKey('sandbox_payment')
  @Text()
  paymentReference!: string;

  /** Of a refund, which happens once. */
  @Text({ nullable: true })
  idempotencyKey!: string | null;

  @Text()
  kind!: SandboxEventKind;

  @Instant()
  happensAt!: Date;

  /** Among those of one instant. */
  @Count()
  position!: number;

  /** Received or given back. */
  @Cents({ nullable: true })
  cents!: bigint | null;

  @Text({ nullable: true })
  currency!: string | null;

  @Text({ nullable: true })
  declineReason!: DeclineReason | null;
}
