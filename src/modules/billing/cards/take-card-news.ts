import { fromPublicId, type AssociationId, type CardPaymentId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { GatewayPayment, PaymentGateway } from '../payment-gateway.ts';
import { CardPaymentEntity } from './card-payment.entity.ts';
import { returnParked } from './parked/return-parked.ts';
import { parkReceipt } from './parked/park-receipt.ts';
import { settleCardPayment } from './settle-card-payment.ts';
import { settleCardRefunds } from './settle-card-refunds.ts';
import { takeGatewayRefunds } from './take-gateway-refunds.ts';

interface Place {
  readonly id: CardPaymentId;
  readonly version: number;
}

const placeByReference = statement<Place>(
  'card-payment-place',
  'select id, version from card_payment where gateway = $1 and gateway_reference = $2',
);
const placeById = statement<Place>(
  'card-payment-place-by-id',
  'select id, version from card_payment where id = $1',
);
const holdById = statement('card-payment-hold', 'select from card_payment where id = $1 for update');
const bodyById = statement<{ id: AssociationId }>(
  'card-receiver',
  'select id from association where id = $1',
);

/** Somebody else has written since the gateway was asked. */
class Overtaken extends Error {
  constructor(readonly id: CardPaymentId) {
    super('a card payment changed while its gateway was asked');
    this.name = 'Overtaken';
  }
}

const TRIES = 5;

/**
 * Asks the gateway what has become of a payment and writes it down, with `also` in the same transaction; `also` says
 * whether there is anything left to write. What the gateway said before somebody else wrote is asked again, so that
 * the last one to write has the last word of the gateway.
 */
export async function takeCardNews(
  parts: Parts,
  gateway: PaymentGateway,
  reference: string,
  also: (tx: Tx) => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  let [place] = await parts.db.read(placeByReference, [gateway.name, reference]);
  for (let tries = 1; ; tries++) {
    const told = await gateway.lookUp(reference);
    try {
      await parts.db.transaction(async tx => {
        if (!(await also(tx)) || told === null) return;
        await write(parts, tx, gateway.name, told, place ?? null);
      });
      return;
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === TRIES) throw error;
      [place] = await parts.db.read(placeById, [error.id]);
    }
  }
}

async function write(
  parts: Parts,
  tx: Tx,
  gateway: string,
  told: GatewayPayment,
  place: Place | null,
): Promise<void> {
  const id = place?.id ?? fromPublicId('CardPayment', told.order?.reference ?? '');
  if (id !== null) await within(tx, holdById, [id]);
  const held = id === null ? null : await tx.findOneBy(CardPaymentEntity, { id });
  if (held && held.version !== place?.version) throw new Overtaken(held.id);

  // The answer in which the gateway named it may not have come, or not yet.
  const isIt = held?.gateway === gateway && (held.gatewayReference ?? told.reference) === told.reference;
  if (held && isIt) await settleCardPayment(parts, tx, held, told);
  else {
    await parkStranger(parts, tx, gateway, told, held);
    await takeGatewayRefunds(parts, tx, gateway, told);
  }
  if (told.dispute === 'LOST') await returnParked(parts, tx, gateway, told.reference);
  await settleCardRefunds(parts, tx, gateway, told);
}

/** Paid, and by nothing that we know. What names none of our bodies is none of ours. */
async function parkStranger(
  parts: Parts,
  tx: Tx,
  gateway: string,
  told: GatewayPayment,
  held: CardPaymentEntity | null,
): Promise<void> {
  if (told.state !== 'SUCCEEDED') return;
  const named = fromPublicId('Association', told.order?.receiver ?? '');
  const [body] = named === null ? [] : await within(tx, bodyById, [named]);
  if (!body) {
    parts.log.warn({ gateway, reference: told.reference }, 'a payment at the gateway names nobody here');
    return;
  }
  await parkReceipt(parts, tx, {
    receiverId: body.id,
    gateway,
    gatewayReference: told.reference,
    cents: told.cents,
    currency: told.currency,
    why: 'UNKNOWN_REFERENCE',
    invoiceId: held?.invoiceId ?? null,
  });
}
