import { newId, type AccountId, type IntentToPayId, type InvoiceId } from '../../../../kernel/id.ts';
import { dayAt, endOfDay } from '../../../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { associationById } from '../../../associations/index.ts';
import { openOf } from '../../invoices/held-invoice.ts';
import type { InvoiceFacts } from '../../invoices/invoice-facts.ts';
import { holdToSettle } from '../../invoices/hold-to-settle.ts';
import { NothingOwed } from '../payment.problems.ts';
import type { IntentMethod } from '../payment-words.ts';
import { settleLines } from '../settle-lines.ts';
import { isInTime } from '../standing-intents.ts';
import { endExpiredIntent, endWhenOverdue } from './end-expired-intent.ts';
import { intendingInvoiceFor, type NamedInvoice } from './intending-invoice.ts';
import { tellIntentStated } from './intent.notices.ts';
import { IntentAlreadyStated } from './intent.problems.ts';

export interface DeclareIntentToPay extends NamedInvoice {
  readonly method: IntentMethod;
  readonly expectedOn: LocalDate;
  readonly idempotencyKey: string | undefined;
}

export interface DeclaredIntent {
  readonly invoiceId: InvoiceId;
  /** ISO 8601. */
  readonly deadlineAt: string;
}

interface Judged {
  readonly invoice: InvoiceFacts;
  readonly lastDay: LocalDate;
}

const add = statement<{ id: IntentToPayId }>(
  'intent-add',
  `insert into intent_to_pay (id, invoice_id, issuer_id, method, expected_on, stated_at, stated_by, deadline_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (invoice_id) where ended_at is null do nothing returning id`,
);

/** Somebody says how and when an invoice will be paid. In time, that unlocks what each line allows. */
export const declareIntentToPay = (
  context: Context,
  { idempotencyKey: key, ...input }: DeclareIntentToPay,
): Promise<DeclaredIntent> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'declareIntentToPay', key, input },
    (tx, judged) => declare(context, tx, judged, input),
  );

async function judge(
  context: Context,
  { expectedOn, ...named }: Omit<DeclareIntentToPay, 'idempotencyKey'>,
): Promise<Judged> {
  const invoice = await intendingInvoiceFor(context, named);
  const association = await context.load(associationById, invoice.issuerId);
  if (!association) throw new Error('an invoice names a body that is gone');
  const today = dayAt(association.timeZone, context.clock.now());
  const lastDay = addDays(today, association.intentDays);
  const issues = new InputIssues(context.wording);
  if (expectedOn < today) issues.add('expectedOn', InputIssueCode.NOT_ALLOWED, 'payments.issue.past');
  if (expectedOn > lastDay)
    issues.add('expectedOn', InputIssueCode.NOT_ALLOWED, 'payments.issue.tooLate', {
      days: association.intentDays,
    });
  issues.refuseIfAny();
  return { invoice, lastDay };
}

async function declare(
  context: Context,
  tx: Tx,
  { invoice: { id: invoiceId, issuerId, timeZone, dueOn }, lastDay }: Judged,
  { method, expectedOn }: Pick<DeclareIntentToPay, 'method' | 'expectedOn'>,
): Promise<DeclaredIntent> {
  const [invoice] = await holdToSettle(tx, [invoiceId]);
  if (!invoice) throw new Error('an invoice was lost while somebody meant to pay it');
  if (openOf(invoice).isZero()) refuse(new NothingOwed());
  await endExpiredIntent(context, tx, invoice);

  const intentId = newId<'IntentToPay'>(context.clock, context.random);
  const statedAt = context.clock.now();
  const deadlineAt = endOfDay(lastDay, timeZone);
  const statedBy = (context.actor?.accountId ?? null) as AccountId | null;
  const stated = [intentId, invoiceId, issuerId, method, expectedOn, statedAt, statedBy, deadlineAt];
  if ((await within(tx, add, stated)).length === 0) refuse(new IntentAlreadyStated());

  if (isInTime({ statedAt, dueOn, timeZone })) await settleLines(context, tx, invoice, 'INTENT');
  await endWhenOverdue(tx, intentId, deadlineAt);
  await tellIntentStated(context, tx, invoice, { method, expectedOn, lastDay });
  await recordAudit(context, tx, {
    act: 'declareIntentToPay',
    subjectKind: 'Invoice',
    subjectId: invoiceId,
    associationId: issuerId,
    after: { method, expectedOn, deadlineAt },
  });
  return { invoiceId, deadlineAt: deadlineAt.toISOString() };
}
