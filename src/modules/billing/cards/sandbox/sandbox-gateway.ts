import type { IncomingHttpHeaders } from 'node:http';
import type { Parts } from '../../../../platform/context.ts';
import {
  GatewayRefused,
  type CardOrder,
  type GatewayEvent,
  type PaymentGateway,
} from '../../payment-gateway.ts';
import {
  holdSandboxPayment,
  readSandboxPayment,
  referenceOfKey,
  type SandboxRecord,
} from './sandbox-rows.ts';
import { isSandboxSignature, SANDBOX_SIGNATURE } from './sandbox-signature.ts';
import { refundOf, sandboxPaymentAt } from './sandbox-state.ts';
import { SandboxEventEntity, SandboxPaymentEntity } from './sandbox.entity.ts';

export const SANDBOX = 'sandbox';
export const SANDBOX_PATH = '/dev/card';

/** As low as real gateways go. */
const SMALLEST_CENTS = 50n;

type Part = 'db' | 'clock' | 'random' | 'vault' | 'settings';

/**
 * The gateway of a test realm. It has no cards, only outcomes to choose from on a page of its own, and a memory in
 * tables, so that several processes and a restart agree.
 */
export function createSandboxGateway(parts: () => Pick<Parts, Part>): PaymentGateway {
  const found = ({ page, facts }: SandboxRecord) => {
    const payment = sandboxPaymentAt(page, facts, parts().clock.now());
    const url = `${parts().settings.publicUrl}${SANDBOX_PATH}/${page.reference}`;
    return { ...payment, payWith: payment.state === 'OPEN' ? { kind: 'PAGE' as const, url } : null };
  };
  const lookUp: PaymentGateway['lookUp'] = async reference => {
    const record = await readSandboxPayment(parts(), reference);
    return record && found(record);
  };

  return {
    name: SANDBOX,

    async start(order) {
      if (order.amount.cents < SMALLEST_CENTS) throw new GatewayRefused('AMOUNT_NOT_TAKEN');
      await takeOrder(parts(), order);
      const started = await lookUp(await referenceOfKey(parts(), order.idempotencyKey));
      if (!started) throw new Error('an order that was taken is gone');
      return started;
    },

    lookUp,

    async cancel(reference) {
      await parts().db.transaction(async tx => {
        const record = await holdSandboxPayment(tx, reference);
        if (!record || found(record).state !== 'OPEN') return;
        await tx.insert(SandboxEventEntity, {
          id: newReference(parts(), 'evt'),
          paymentReference: reference,
          kind: 'CANCELLED',
          happensAt: parts().clock.now(),
          position: record.facts.length,
        });
      });
      return lookUp(reference);
    },

    async refund({ reference, cents, idempotencyKey }) {
      return parts().db.transaction(async tx => {
        const record = await holdSandboxPayment(tx, reference);
        if (!record) throw new GatewayRefused('PROCESSING_ERROR');
        const before = await tx.findOneBy(SandboxEventEntity, { idempotencyKey });
        if (before) return refundOf(before);
        const payment = found(record);
        const given = payment.refunds
          .filter(({ state }) => state !== 'FAILED')
          .reduce((sum, refund) => sum + refund.cents, 0n);
        if (payment.state !== 'SUCCEEDED' || given + cents > payment.cents)
          throw new GatewayRefused('AMOUNT_NOT_TAKEN');
        const event = { id: newReference(parts(), 'evt'), cents, idempotencyKey };
        await tx.insert(SandboxEventEntity, {
          ...event,
          paymentReference: reference,
          kind: 'REFUNDED',
          happensAt: parts().clock.now(),
          position: record.facts.length,
        });
        return refundOf(event);
      });
    },

    readEvent: (body, headers) => Promise.resolve(readEvent(parts(), body.toString('utf8'), headers)),
  };
}

/** `sbx_` and so much chance that nobody finds another's page. */
export const newReference = ({ random }: Pick<Parts, 'random'>, prefix: 'sbx' | 'evt'): string =>
  `${prefix}_${Buffer.from(random(16)).toString('hex')}`;

async function takeOrder(parts: Pick<Parts, Part>, order: CardOrder): Promise<void> {
  await parts.db.transaction(async tx => {
    await tx
      .createQueryBuilder()
      .insert()
      .into(SandboxPaymentEntity)
      .values({
        reference: newReference(parts, 'sbx'),
        idempotencyKey: order.idempotencyKey,
        orderReference: order.reference,
        receiver: order.receiver,
        cents: order.amount.cents,
        description: order.description,
        locale: order.locale,
        returnUrl: order.returnUrl,
        startedAt: parts.clock.now(),
      })
      .orIgnore()
      .execute();
  });
}

function readEvent(
  parts: Pick<Parts, Part>,
  body: string,
  { [SANDBOX_SIGNATURE]: signature }: IncomingHttpHeaders,
): GatewayEvent | null {
  if (typeof signature !== 'string' || !isSandboxSignature(parts, body, signature)) return null;
  const { id, kind, payment } = JSON.parse(body) as { id: string; kind: string; payment: string };
  return { id, kind, reference: payment };
}
