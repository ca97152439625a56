import type { Parts } from '../../../../platform/context.ts';
import { enqueue } from '../../../../platform/jobs/job.ts';
import { deliverSandboxEvent, sandboxDelivery, type SandboxMessage } from './deliver-sandbox-event.ts';
import { newReference } from './sandbox-gateway.ts';
import { holdSandboxPayment } from './sandbox-rows.ts';
import { sandboxPaymentAt } from './sandbox-state.ts';
import { SandboxEventEntity } from './sandbox.entity.ts';
import { TEST_CARDS, type PlannedEvent, type TestCard, type TestCardName } from './test-cards.ts';

/** Lets a test card happen to an order; false where it is not open any more. `to`: where this realm takes requests. */
export async function useTestCard(
  parts: Parts,
  reference: string,
  name: TestCardName,
  to: string,
): Promise<boolean> {
  const card: TestCard = TEST_CARDS[name];
  const now = parts.clock.now();
  const messages = await parts.db.transaction(async tx => {
    const record = await holdSandboxPayment(tx, reference);
    if (!record || sandboxPaymentAt(record.page, record.facts, now).state !== 'OPEN') return null;

    const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
    const planned = card.events.map((event, place) => ({
      event,
      row: {
        id: newReference(parts, 'evt'),
        paymentReference: reference,
        kind: event.kind,
        happensAt: at(event.after ?? 0),
        position: record.facts.length + place,
        declineReason: event.declineReason ?? null,
        ...receivedBy(event, record.page.cents),
      },
    }));
    await tx.insert(
      SandboxEventEntity,
      planned.map(({ row }) => row),
    );

    const sent: { message: SandboxMessage; seconds: number }[] = planned.flatMap(({ event, row }) =>
      (event.told ?? [0]).map(delay => ({
        message: { eventId: row.id, kind: event.kind, payment: reference, to },
        seconds: (event.after ?? 0) + delay,
      })),
    );
    if (card.forged)
      sent.push({
        message: {
          eventId: newReference(parts, 'evt'),
          kind: 'SUCCEEDED',
          payment: reference,
          to,
          forged: true,
        },
        seconds: 0,
      });
    for (const { message, seconds } of sent)
      await enqueue(tx, sandboxDelivery, message, seconds === 0 ? {} : { at: at(seconds) });
    return sent;
  });
  if (messages === null) return false;
  if (card.toldFirst) for (const { message } of messages) await deliverSandboxEvent(parts, message);
  return true;
}

function receivedBy(
  { kind, received, givenBack }: PlannedEvent,
  ordered: bigint,
): { readonly cents: bigint | null; readonly currency: string | null } {
  if (kind === 'REFUNDED') return { cents: givenBack === 'A_DOLLAR' ? 100n : ordered, currency: null };
  if (kind !== 'SUCCEEDED') return { cents: null, currency: null };
  return {
    cents: received === 'A_DOLLAR_MORE' ? ordered + 100n : ordered,
    currency: received === 'US_DOLLARS' ? 'USD' : 'CAD',
  };
}
