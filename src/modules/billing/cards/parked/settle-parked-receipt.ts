import {
  fromPublicId,
  type AccountId,
  type AssociationId,
  type ParkedReceiptId,
} from '../../../../kernel/id.ts';
import { dayAt } from '../../../../kernel/deadline.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { enqueue } from '../../../../platform/jobs/job.ts';
import { refuse } from '../../../../platform/problem.ts';
import { actorOf } from '../../../accounts/index.ts';
import { bodyForStaff } from '../../../associations/index.ts';
import { invoiceById, type InvoiceFacts } from '../../invoices/index.ts';
import { isOwnInvoice, isOwnPayer } from '../../own-money.ts';
import { receivePayment } from '../../payments/index.ts';
import { findPayer } from '../../payments/recording/find-payer.ts';
import { invoicesOfBody } from '../../payments/staff-invoices.ts';
import { payerIn, type Payer } from '../../payer.ts';
import type { SettledHow } from '../card-words.ts';
import type { SettleWay } from '../cards.enums.ts';
import { ParkedReceiptNotFound, ParkedReceiptSettled } from '../cards.problems.ts';
import { cardPayerAt } from '../payer-of-card.ts';
import { parkedReceiptById, type ParkedReceiptFacts } from './parked-receipt.rows.ts';
import { sendingBack } from './send-back.ts';

export interface SettleParkedReceipt {
  readonly parkedReceiptId: string;
  readonly way: SettleWay;
  /** To be paid one after the other; the one it was meant for when left empty. */
  readonly invoiceIds: readonly string[];
  /** Whose credit it is; whoever paid by card, or owes the invoice it was meant for, when left out. */
  readonly payerId: string | null;
  readonly idempotencyKey: string | undefined;
}

interface Settling {
  readonly receipt: ParkedReceiptFacts;
  readonly body: { readonly id: AssociationId; readonly timeZone: string };
  readonly invoices: readonly InvoiceFacts[];
  readonly payer: Payer | null;
}

const HOW: Readonly<Record<SettleWay, SettledHow>> = {
  ALLOCATE: 'ALLOCATED',
  CREDIT: 'CREDITED',
  SEND_BACK: 'SENT_BACK',
};

// As much as waits now: somebody may have given a part of it back at the gateway meanwhile.
const hold = statement<{ cents: string }>(
  'parked-receipt-hold',
  'select cents::text as cents from parked_receipt where id = $1 for update',
);
const settle = statement<{ id: string }>(
  'parked-receipt-settle',
  `update parked_receipt set settled_at = $2, settled_by = $3, settled_how = $4
   where id = $1 and settled_at is null returning id`,
);
const notePayment = statement(
  'parked-receipt-payment',
  'update parked_receipt set payment_id = $2 where id = $1',
);

/** Decides what becomes of money that waits: it pays invoices, is somebody's credit, or goes back to its card. */
export const settleParkedReceipt = (
  context: Context,
  { idempotencyKey: key, ...input }: SettleParkedReceipt,
): Promise<{ readonly id: ParkedReceiptId }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'settleParkedReceipt', key, input },
    async (tx, settling) => {
      const { receipt, body } = settling;
      const by = actorOf(context).accountId as AccountId;
      const [held] = await within(tx, hold, [receipt.id]);
      const { cents } = held ?? receipt;
      const settled = await within(tx, settle, [receipt.id, context.clock.now(), by, HOW[input.way]]);
      if (settled.length === 0) refuse(new ParkedReceiptSettled());

      if (input.way === 'SEND_BACK') await enqueue(tx, sendingBack, { id: receipt.id });
      else await receive(context, tx, { ...settling, receipt: { ...receipt, cents } }, by);
      await recordAudit(context, tx, {
        act: 'settleParkedReceipt',
        subjectKind: 'ParkedReceipt',
        subjectId: receipt.id,
        associationId: body.id,
        after: {
          ...{ way: input.way, cents, currency: receipt.currency },
          ...{ invoiceIds: settling.invoices.map(({ id }) => id), payer: settling.payer },
        },
      });
      return { id: receipt.id };
    },
  );

/** From now on it is a payment like any other: of the day on which it came. */
async function receive(
  context: Context,
  tx: Tx,
  { receipt, body, invoices, payer }: Settling,
  recordedBy: AccountId,
): Promise<void> {
  const { gateway, gatewayReference } = receipt;
  const isCard = gateway !== null && gatewayReference !== null;
  const { paymentId } = await receivePayment(context, tx, {
    receiverId: body.id,
    method: isCard ? 'CARD' : 'TRANSFER',
    amount: Money.cad(BigInt(receipt.cents)),
    payer,
    payerName: receipt.payerName,
    invoiceIds: invoices.map(({ id }) => id),
    receivedAt: receipt.parkedAt,
    receivedOn: receipt.receivedOn ?? dayAt(body.timeZone, receipt.parkedAt),
    reference: receipt.reference,
    ...(isCard && { gateway: { name: gateway, reference: gatewayReference } }),
    bankTransaction: receipt.bankTransaction,
    recordedBy,
  });
  await within(tx, notePayment, [receipt.id, paymentId]);
}

async function judge(
  context: Context,
  { parkedReceiptId, way, invoiceIds, payerId }: Omit<SettleParkedReceipt, 'idempotencyKey'>,
): Promise<Settling> {
  const id = fromPublicId('ParkedReceipt', parkedReceiptId);
  const receipt = id && (await context.load(parkedReceiptById, id));
  if (!receipt) return refuse(new ParkedReceiptNotFound());
  const action = way === 'SEND_BACK' ? 'REFUND' : 'RECORD_PAYMENTS';
  const body = await bodyForStaff(context, action, receipt.receiverId);
  const meant = receipt.invoiceId && (await context.load(invoiceById, receipt.invoiceId));
  const meantPayer = meant ? payerIn(meant) : null;
  const card = await cardPayerOf(context, receipt);
  const isOwn =
    (meant !== null && (await isOwnInvoice(context, { ...meant, payer: meantPayer }))) ||
    (card?.payer != null && (await isOwnPayer(context, card.payer)));
  if (!body || isOwn) return refuse(new ParkedReceiptNotFound());

  const issues = new InputIssues(context.wording);
  if (way === 'SEND_BACK' && receipt.gateway === null)
    issues.add('way', InputIssueCode.NOT_ALLOWED, 'cards.parked.noCard');
  if (way !== 'SEND_BACK' && receipt.currency !== 'CAD')
    issues.add('way', InputIssueCode.NOT_ALLOWED, 'cards.parked.foreign');
  issues.refuseIfAny();
  if (way === 'SEND_BACK') return { receipt, body, invoices: [], payer: null };

  const invoices = way === 'ALLOCATE' ? await invoicesToPay(context, body, { invoiceIds, meant }) : [];
  if (way === 'ALLOCATE' && invoices.length === 0)
    issues.add('invoiceIds', InputIssueCode.REQUIRED, 'cards.parked.whichInvoices');
  const named = payerId === null ? null : await findPayer(context, payerId);
  if (payerId !== null && named === null)
    issues.add('payerId', InputIssueCode.NOT_ALLOWED, 'cards.parked.payer');
  const payer = named ?? (card ? card.payer : (firstPayer(invoices) ?? meantPayer));
  if (way === 'CREDIT' && payer === null)
    issues.add('payerId', InputIssueCode.REQUIRED, 'cards.parked.whoseCredit');
  issues.refuseIfAny();
  return { receipt, body, invoices, payer };
}

const invoicesToPay = async (
  context: Context,
  body: Settling['body'],
  { invoiceIds, meant }: { readonly invoiceIds: readonly string[]; readonly meant: InvoiceFacts | null },
): Promise<InvoiceFacts[]> =>
  invoiceIds.length === 0 ? (meant ? [meant] : []) : invoicesOfBody(context, body, invoiceIds);

const cardPayerOf = async (
  context: Context,
  { gateway, gatewayReference }: ParkedReceiptFacts,
): Promise<{ readonly payer: Payer | null } | null> =>
  gateway === null || gatewayReference === null ? null : cardPayerAt(context, gateway, gatewayReference);

function firstPayer([first]: readonly InvoiceFacts[]): Payer | null {
  return first ? payerIn(first) : null;
}
