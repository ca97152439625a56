import type { RefundId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../../platform/jobs/job.ts';
import { GatewayDown, GatewayRefused, paymentGateway, type GatewayRefund } from '../../payment-gateway.ts';
import { postRefundFailed } from './refund-failed.ts';

export const SEND_REFUND = 'send-refund';

const MINUTE = 60_000;
/** How long after a gateway said nothing final it is asked again: sooner at first. */
const SOONEST = 10 * MINUTE;
const LATEST = 6 * 60 * MINUTE;

interface Waiting {
  readonly id: RefundId;
  readonly cents: string;
  readonly gateway: string;
  readonly reference: string;
  /** The gateway's own of the refund, once it has one. */
  readonly refundReference: string | null;
  readonly sentAt: Date;
}

type Answer = Pick<GatewayRefund, 'state'> & { readonly reference: string | null };

const find = statement<Waiting>(
  'refund-to-send',
  `select r.id, r.cents::text as cents, p.gateway, p.gateway_reference as reference,
     r.gateway_reference as "refundReference", r.sent_at as "sentAt"
   from refund r join payment p on p.id = r.payment_id
   where r.id = $1 and r.sent_at is not null and r.done_at is null and r.failed_at is null`,
);
const name = statement(
  'refund-name',
  'update refund set gateway_reference = coalesce(gateway_reference, $2) where id = $1',
);
const finish = statement<{ id: string }>(
  'refund-finish',
  `update refund set done_at = $2, gateway_reference = coalesce($3, gateway_reference)
   where id = $1 and done_at is null and failed_at is null returning id`,
);
const fail = statement<{ id: string }>(
  'refund-fail',
  `update refund set failed_at = $2, gateway_reference = coalesce($3, gateway_reference)
   where id = $1 and done_at is null and failed_at is null returning id`,
);

/**
 * Asks the gateway to give money back to the card that paid. Once it has given the refund a name, it is only asked what
 * became of it: a key that it forgets after a day must not make another refund. Asked for as long as it takes.
 */
export const sendRefund = defineJob<{ readonly refundId: RefundId }>(
  SEND_REFUND,
  async (parts, { refundId }) => {
    const [refund] = await parts.db.read(find, [refundId]);
    if (!refund) return;
    const { state, reference } = await ask(parts, refund);
    await parts.db.transaction(async tx => {
      const outcome = [refund.id, parts.clock.now(), reference];
      if (state === 'SUCCEEDED') await within(tx, finish, outcome);
      else if (state === 'PENDING') await askAgain(parts, tx, refund, reference);
      else if ((await within(tx, fail, outcome)).length > 0) await postRefundFailed(parts, tx, refund.id);
    });
  },
);

async function ask({ ports, log }: Parts, refund: Waiting): Promise<Answer> {
  const { reference, refundReference } = refund;
  const gateway = ports.of(paymentGateway);
  const unknown: Answer = { state: 'PENDING', reference: refundReference };
  // The operator may have changed to another one, which knows nothing of this payment.
  if (gateway?.name !== refund.gateway)
    return refundReference === null ? { state: 'FAILED', reference: null } : unknown;
  try {
    if (refundReference !== null) {
      const told = await gateway.lookUp(reference);
      return told?.refunds.find(one => one.reference === refundReference) ?? unknown;
    }
    return await gateway.refund({ reference, cents: BigInt(refund.cents), idempotencyKey: refund.id });
  } catch (fault) {
    if (fault instanceof GatewayRefused) return { state: 'FAILED', reference: null };
    if (!(fault instanceof GatewayDown)) throw fault;
    log.warn({ refundId: refund.id }, 'the payment gateway is away: a refund is asked for later');
    return unknown;
  }
}

async function askAgain(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  { id, sentAt }: Waiting,
  reference: string | null,
): Promise<void> {
  await within(tx, name, [id, reference]);
  const now = clock.now().getTime();
  const after = Math.min(LATEST, Math.max(SOONEST, now - sentAt.getTime()));
  const wake = { at: new Date(now + after), key: `${SEND_REFUND}-${id}` };
  await enqueue(tx, { name: SEND_REFUND }, { refundId: id }, wake);
}
