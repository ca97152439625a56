import type { RefundId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { localDateIn } from '../../../../kernel/time-zone.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { defineJob } from '../../../../platform/jobs/job.ts';
import { postJournal, refundFailedPostings } from '../../ledger/index.ts';
import { GatewayRefused, paymentGateway, type GatewayRefund } from '../../payment-gateway.ts';
import { payerIn, type PayerColumns } from '../../payer.ts';
import type { RefundEntity } from './refund.entity.ts';

export const SEND_REFUND = 'send-refund';

interface Waiting extends PayerColumns {
  readonly id: RefundId;
  readonly bookId: RefundEntity['bookId'];
  readonly cents: string;
  readonly gateway: string;
  readonly reference: string;
  readonly timeZone: string;
}

const find = statement<Waiting>(
  'refund-to-send',
  `select r.id, r.book_id as "bookId", r.cents::text as cents, p.gateway, p.gateway_reference as reference,
     a.time_zone as "timeZone", p.payer_person_id as "payerPersonId",
     p.payer_organization_id as "payerOrganizationId", p.payer_association_id as "payerAssociationId"
   from refund r join payment p on p.id = r.payment_id join association a on a.id = r.book_id
   where r.id = $1 and r.sent_at is not null and r.done_at is null and r.failed_at is null`,
);
const finish = statement<{ id: string }>(
  'refund-finish',
  `update refund set done_at = $2, gateway_reference = $3
   where id = $1 and done_at is null and failed_at is null returning id`,
);
const fail = statement<{ id: string }>(
  'refund-fail',
  `update refund set failed_at = $2, gateway_reference = $3
   where id = $1 and done_at is null and failed_at is null returning id`,
);

/** Still on its way at the gateway: the queue asks again, under the same key. */
class RefundPending extends Error {
  constructor() {
    super('the gateway has not yet said what became of a refund');
    this.name = 'RefundPending';
  }
}

/** Asks the gateway to give money back to the card that paid; however often it is asked, it is one refund. */
export const sendRefund = defineJob<{ readonly refundId: RefundId }>(
  SEND_REFUND,
  async (parts, { refundId }) => {
    const [refund] = await parts.db.read(find, [refundId]);
    if (!refund) return;
    const answer = await ask(parts, refund);
    if (answer?.state === 'PENDING') throw new RefundPending();
    await parts.db.transaction(tx => settleRefund(parts, tx, refund, answer));
  },
);

async function ask({ ports }: Parts, refund: Waiting): Promise<GatewayRefund | null> {
  const gateway = ports.of(paymentGateway);
  // The operator may have changed to another one, which knows nothing of this payment.
  if (gateway?.name !== refund.gateway) return null;
  try {
    return await gateway.refund({
      reference: refund.reference,
      cents: BigInt(refund.cents),
      idempotencyKey: refund.id,
    });
  } catch (fault) {
    if (fault instanceof GatewayRefused) return null;
    throw fault;
  }
}

/** What the gateway would not give back stays here as the payer's credit. */
async function settleRefund(
  parts: Parts,
  tx: Tx,
  refund: Waiting,
  answer: GatewayRefund | null,
): Promise<void> {
  const at = parts.clock.now();
  const outcome = [refund.id, at, answer?.reference ?? null];
  if (answer?.state === 'SUCCEEDED') {
    await within(tx, finish, outcome);
    return;
  }
  if ((await within(tx, fail, outcome)).length === 0) return;
  await postJournal(parts, tx, {
    bookId: refund.bookId,
    kind: 'REFUND_FAILED',
    causeId: refund.id,
    occurredAt: at,
    occurredOn: localDateIn(refund.timeZone, at),
    postings: refundFailedPostings(payerIn(refund), Money.cad(BigInt(refund.cents))),
  });
}
