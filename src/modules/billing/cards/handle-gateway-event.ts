import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../platform/jobs/job.ts';
import { paymentGateway, type GatewayEvent } from '../payment-gateway.ts';
import { takeCardNews } from './take-card-news.ts';

interface EventKey {
  readonly gateway: string;
  readonly eventId: string;
}

const keep = statement<{ id: string }>(
  'gateway-event-keep',
  `insert into gateway_event (gateway, event_id, kind, reference, received_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning event_id as id`,
);
const find = statement<{ reference: string | null }>(
  'gateway-event-find',
  'select reference from gateway_event where gateway = $1 and event_id = $2 and handled_at is null',
);
const handled = statement<{ id: string }>(
  'gateway-event-handled',
  `update gateway_event set handled_at = $3 where gateway = $1 and event_id = $2 and handled_at is null
   returning event_id as id`,
);

/** Keeps a message that a gateway has signed, once, and sees to it that it is handled whatever happens next. */
export async function keepGatewayEvent(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  gateway: string,
  { id, kind, reference }: GatewayEvent,
): Promise<EventKey> {
  const key: EventKey = { gateway, eventId: id };
  await db.transaction(async tx => {
    const kept = await within(tx, keep, [gateway, id, kind, reference, clock.now()]);
    if (kept.length > 0) await enqueue(tx, gatewayEventJob, key);
  });
  return key;
}

/** Handles a message that was kept: of many at once, and however often, one does. */
export async function handleGatewayEvent(parts: Parts, { gateway: name, eventId }: EventKey): Promise<void> {
  const [event] = await parts.db.read(find, [name, eventId]);
  const gateway = parts.ports.of(paymentGateway);
  if (!event || gateway?.name !== name) return;

  const claim = async (tx: Tx): Promise<boolean> =>
    (await within(tx, handled, [name, eventId, parts.clock.now()])).length > 0;
  if (event.reference === null) await parts.db.transaction(claim);
  else await takeCardNews(parts, gateway, event.reference, claim);
}

export const gatewayEventJob = defineJob<EventKey>('handle-gateway-event', handleGatewayEvent);
