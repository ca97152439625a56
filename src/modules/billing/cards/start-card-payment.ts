import {
  newId,
  toPublicId,
  type AssociationId,
  type CardPaymentId,
  type InvoiceId,
} from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { clientOf } from '../../accounts/index.ts';
import { associationById, supportOf } from '../../associations/index.ts';
import { ownPageUrl, pageUrl, type ClientPage } from '../../integrations/index.ts';
import { invoiceById, type InvoiceFacts } from '../invoices/index.ts';
import { InvoiceNotFound } from '../invoices/invoice.problems.ts';
import { paymentGateway, type PaymentGateway } from '../payment-gateway.ts';
import { CardPaymentEntity } from './card-payment.entity.ts';
import type { PaidAs } from './card-words.ts';
import { NothingOwed } from '../payments/payment.problems.ts';
import { GatewayUnavailable } from './cards.problems.ts';
import { followLater } from './follow-card-payment.ts';
import { invoiceToPay, type NamedInvoice } from './invoice-to-pay.ts';
import { openAtGateway, refuseWhileDown, type OpenedCardPayment } from './open-at-gateway.ts';
import { paidAs } from './payer-of-card.ts';
import { withdrawCardPayment } from './withdraw-card-payment.ts';

export interface StartCardPayment extends NamedInvoice {
  /** To which the browser comes back. */
  readonly returnPage: ClientPage;
  /** All that is open when left out. */
  readonly amountCents: number | null;
  readonly idempotencyKey: string | undefined;
}

interface Ordered {
  readonly invoice: InvoiceFacts;
  readonly gateway: PaymentGateway;
  readonly cents: bigint;
  readonly returnUrl: string;
  readonly as: PaidAs | null;
}

/** Pages of a client from which people pay. */
const RETURN_PAGES: readonly ClientPage[] = ['INVOICE', 'RENEWAL'];

const add = statement<{ id: CardPaymentId }>(
  'card-payment-add',
  `insert into card_payment (id, invoice_id, gateway, cents, return_url, locale, started_at, started_by, paid_as, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
   on conflict (invoice_id) where ended_at is null do nothing returning id`,
);
// Nobody knows any more which of them it is who pays.
const share = statement(
  'card-payment-share',
  `update card_payment set paid_as = null
   where id = $1 and (paid_as is distinct from $2 or (paid_as = 'SELF' and started_by is distinct from $3))`,
);
const standing = statement<{ id: CardPaymentId }>(
  'card-payment-standing',
  'select id from card_payment where invoice_id = $1 and ended_at is null',
);

/**
 * Opens a payment of an invoice by card and says how the browser goes on. While one stands, it is the answer to everybody
 * who starts one of the same amount, so that nobody pays twice.
 */
export async function startCardPayment(
  context: Context,
  { idempotencyKey: key, ...input }: StartCardPayment,
): Promise<OpenedCardPayment> {
  const { id } = await onceAfter(
    context,
    () => judge(context, input),
    { operation: 'startCardPayment', key, input },
    async (tx, ordered) => ({ id: await open(context, tx, ordered) }),
  );
  return openAtGateway(context, id);
}

async function judge(context: Context, input: Omit<StartCardPayment, 'idempotencyKey'>): Promise<Ordered> {
  const issues = new InputIssues(context.wording);
  if ((input.invoiceId === null) === (input.payLinkToken === null))
    issues.add('invoiceId', InputIssueCode.NOT_ALLOWED, 'cards.oneInvoice');
  if (!RETURN_PAGES.includes(input.returnPage))
    issues.add('returnPage', InputIssueCode.NOT_ALLOWED, 'cards.returnPage');
  if (input.amountCents !== null && input.amountCents < 1)
    issues.add('amountCents', InputIssueCode.NOT_ALLOWED, 'cards.amountAboveZero');
  issues.refuseIfAny();

  const { id, issuerId } = await invoiceToPay(context, input);
  const gateway = context.ports.of(paymentGateway) ?? (await refuseCards(context, issuerId));
  const owedBefore = owedOf(await invoiceNow(context, id));
  const wanted = input.amountCents === null ? owedBefore : BigInt(input.amountCents);
  await makeWay(context, { id, gateway, cents: wanted });

  const invoice = await invoiceNow(context, id);
  const owed = owedOf(invoice);
  if (owed === 0n) return refuse(new NothingOwed());
  const cents = input.amountCents === null ? owed : wanted;
  if (cents > owed) issues.add('amountCents', InputIssueCode.NOT_ALLOWED, 'cards.moreThanOwed');
  issues.refuseIfAny();
  const returnUrl = await returnTo(context, input.returnPage, issuerId);
  return { invoice, gateway, cents, returnUrl, as: await paidAs(context, invoice) };
}

/** Back to where it was started; through a client without such a page, to where the issuer's mails lead. */
const returnTo = async (context: Context, page: ClientPage, issuerId: AssociationId): Promise<string> =>
  (await ownPageUrl(context, clientOf(context).id, page, context.locale)) ??
  pageUrl(context, issuerId, page, context.locale);

/** One of another amount that nobody has paid so far makes room; what the gateway then says of it counts. */
async function makeWay(
  context: Context,
  {
    id,
    gateway,
    cents,
  }: { readonly id: InvoiceId; readonly gateway: PaymentGateway; readonly cents: bigint },
): Promise<void> {
  const [row] = await context.db.read(standing, [id]);
  const card = row && (await context.db.entities.findOneBy(CardPaymentEntity, { id: row.id }));
  if (!card || (card.cents === cents && card.gateway === gateway.name)) return;
  await withdrawCardPayment(context, card).catch((error: unknown) => refuseWhileDown(context, error));
}

async function open(
  context: Context,
  tx: Tx,
  { invoice, gateway, cents, returnUrl, as }: Ordered,
): Promise<CardPaymentId> {
  const { clock, random, actor, locale } = context;
  const id = newId<'CardPayment'>(clock, random);
  const startedAt = clock.now();
  const address = new URL(returnUrl);
  address.searchParams.set('cardPayment', toPublicId('CardPayment', id));
  const facts = [id, invoice.id, gateway.name, cents.toString(), address.href, locale, startedAt];
  const startedBy = actor?.accountId ?? null;
  const added = await within(tx, add, [...facts, startedBy, as]);
  if (added.length === 0) {
    const [row] = await within(tx, standing, [invoice.id]);
    // It ended at this very moment.
    if (!row) return refuse(new NothingOwed());
    await within(tx, share, [row.id, as, startedBy]);
    return row.id;
  }
  await followLater(tx, { id, looks: 0 }, startedAt);
  await recordAudit(context, tx, {
    act: 'startCardPayment',
    subjectKind: 'Invoice',
    subjectId: invoice.id,
    associationId: invoice.issuerId,
    after: { cardPaymentId: id, cents: cents.toString() },
  });
  return id;
}

async function invoiceNow(context: Context, id: InvoiceId): Promise<InvoiceFacts> {
  forgetLoaded(context);
  return (await context.load(invoiceById, id)) ?? refuse(new InvoiceNotFound());
}

const owedOf = ({ total, paid, credited }: InvoiceFacts): bigint =>
  BigInt(total) - BigInt(paid) - BigInt(credited);

async function refuseCards(context: Context, issuerId: AssociationId): Promise<never> {
  const issuer = await context.load(associationById, issuerId);
  const support = issuer && supportOf(issuer, context.wording);
  return refuse(
    new GatewayUnavailable(new NextStep(NextStepKind.CONTACT_SUPPORT, { ...(support && { support }) })),
  );
}
