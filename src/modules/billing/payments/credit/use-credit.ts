import { dayAt } from '../../../../kernel/deadline.ts';
import type { AccountId, InvoiceId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { openOf } from '../../invoices/held-invoice.ts';
import type { InvoiceFacts } from '../../invoices/invoice-facts.ts';
import { least, NOTHING } from '../change-paid.ts';
import { holdToSettle } from '../../invoices/hold-to-settle.ts';
import { payingInvoiceFor } from '../paying-invoice.ts';
import { NothingOwed } from '../payment.problems.ts';
import { holdCredit } from './credit-of.ts';
import { CreditTooSmall } from './credit.problems.ts';
import { spendCredit } from './spend-credit.ts';

export interface UseCredit {
  readonly invoiceId: string;
  /** Null for as much as there is and as is owed. */
  readonly amountCents: number | null;
  readonly idempotencyKey: string | undefined;
}

/** Pays an invoice with what its issuer holds of its payer's money. */
export const useCredit = (
  context: Context,
  { idempotencyKey: key, ...input }: UseCredit,
): Promise<{ readonly invoiceId: InvoiceId; readonly usedCents: string }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'useCredit', key, input },
    async (tx, invoice) => {
      const used = await spend(context, tx, invoice, input.amountCents);
      return { invoiceId: invoice.id, usedCents: used.cents.toString() };
    },
  );

async function judge(
  context: Context,
  { invoiceId, amountCents }: Omit<UseCredit, 'idempotencyKey'>,
): Promise<InvoiceFacts> {
  const { invoice } = await payingInvoiceFor(context, invoiceId);
  const issues = new InputIssues(context.wording);
  if (amountCents !== null && amountCents <= 0)
    issues.add('amountCents', InputIssueCode.NOT_ALLOWED, 'payments.issue.amount');
  issues.refuseIfAny();
  return invoice;
}

async function spend(
  context: Context,
  tx: Tx,
  { id: invoiceId, issuerId, timeZone }: InvoiceFacts,
  wantedCents: number | null,
): Promise<Money> {
  const [invoice] = await holdToSettle(tx, [invoiceId]);
  if (!invoice) throw new Error('an invoice was lost while its credit was used');
  const open = openOf(invoice);
  if (open.isZero()) refuse(new NothingOwed());

  const credit = await holdCredit(tx, issuerId, invoice.payer);
  const amount = least(open, wantedCents === null ? credit : Money.cad(wantedCents));
  if (amount.compare(NOTHING) <= 0 || amount.compare(credit) > 0)
    refuse(new CreditTooSmall(most(credit, NOTHING).cents, context.locale));

  await spendCredit(context, tx, {
    ...{ invoice, amount },
    on: dayAt(timeZone, context.clock.now()),
    usedBy: (context.actor?.accountId ?? null) as AccountId | null,
  });
  await recordAudit(context, tx, {
    act: 'useCredit',
    subjectKind: 'Invoice',
    subjectId: invoiceId,
    associationId: issuerId,
    after: { cents: amount.cents.toString() },
  });
  return amount;
}

const most = (a: Money, b: Money): Money => (a.compare(b) > 0 ? a : b);
