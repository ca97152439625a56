import { fromPublicId, type AccountId, type CreditNoteId, type InvoiceId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { holdToSettle } from '../hold-to-settle.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { invoiceInCare } from '../invoice-in-care.ts';
import { creditInvoiceLines, type CreditInvoiceLines } from './credit-invoice-lines.ts';

export interface CreditInvoice {
  readonly invoiceId: string;
  readonly reason: string;
  /** Null for all of them. */
  readonly lines: readonly { readonly lineId: string; readonly amountCents: number | null }[] | null;
  readonly idempotencyKey: string | undefined;
}

export interface CreditedInvoice {
  readonly creditNoteId: CreditNoteId;
  readonly invoiceId: InvoiceId;
}

export const LONGEST_REASON = 500;

/** Staff take back an invoice, or a part of it. */
export const creditInvoice = (
  context: Context,
  { idempotencyKey: key, ...input }: CreditInvoice,
): Promise<CreditedInvoice> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'creditInvoice', key, input },
    async (tx, { invoice, reason, lines }) => {
      await holdToSettle(tx, [invoice.id]);
      const recordedBy = (context.actor?.accountId ?? null) as AccountId | null;
      const { id, total } = await creditInvoiceLines(context, tx, {
        ...{ invoiceId: invoice.id, lines, reason, recordedBy },
      });
      await recordAudit(context, tx, {
        act: 'creditInvoice',
        subjectKind: 'Invoice',
        subjectId: invoice.id,
        associationId: invoice.issuerId,
        after: { creditNoteId: id, cents: total.cents.toString(), reason },
      });
      return { creditNoteId: id, invoiceId: invoice.id };
    },
  );

async function judge(
  context: Context,
  { invoiceId, reason, lines }: Omit<CreditInvoice, 'idempotencyKey'>,
): Promise<Pick<CreditInvoiceLines, 'reason' | 'lines'> & { readonly invoice: InvoiceFacts }> {
  const invoice = await invoiceInCare(context, invoiceId, 'CREDIT_INVOICES');
  const issues = new InputIssues(context.wording);
  const read = issues.requiredLine('reason', reason, LONGEST_REASON);
  for (const [place, { lineId, amountCents }] of (lines ?? []).entries()) {
    const path = ['lines', String(place)];
    if (amountCents !== null && amountCents <= 0)
      issues.add([...path, 'amountCents'], InputIssueCode.NOT_ALLOWED, 'invoices.issue.amount');
    if (lines?.findIndex(line => line.lineId === lineId) !== place)
      issues.add([...path, 'lineId'], InputIssueCode.NOT_ALLOWED, 'invoices.issue.twice');
  }
  issues.refuseIfAny();
  return {
    invoice,
    reason: read,
    lines:
      lines &&
      lines.map(({ lineId, amountCents }) => ({
        lineId: fromPublicId('InvoiceLine', lineId) ?? refuse(new InvoiceNotFound()),
        net: amountCents === null ? null : Money.cad(amountCents),
      })),
  };
}
