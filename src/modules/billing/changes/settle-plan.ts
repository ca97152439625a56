import { addDays } from '../../../kernel/local-date.ts';
import type { AccountId, InvoiceId, MembershipId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { dayAt, type MembershipChange } from '../../memberships/index.ts';
import { creditInvoiceLines, writeInvoice, type NewLine } from '../invoices/index.ts';
import { billedMember, sumOf } from '../prices/index.ts';
import type { MoneyPlan, PlannedCredit } from './money-plan.ts';

const DAYS_TO_PAY = 30;

/** Writes what a change costs and gives back. Credits come first: what they free may be charged anew. */
export async function settlePlan(
  context: Context,
  tx: Tx,
  { kind, membershipId }: MembershipChange,
  { charges, credits }: MoneyPlan,
): Promise<void> {
  // In the order in which invoices are held.
  for (const invoiceId of [...new Set(credits.map(({ line }) => line.invoiceId))].sort()) {
    const ofInvoice = credits.filter(({ line }) => line.invoiceId === invoiceId);
    await writeCredit(context, tx, { kind, membershipId, invoiceId, credits: ofInvoice });
  }
  if (charges.length > 0) await writeCharges(context, tx, membershipId, charges);
}

interface Credits extends Pick<MembershipChange, 'kind' | 'membershipId'> {
  readonly invoiceId: InvoiceId;
  readonly credits: readonly PlannedCredit[];
}

async function writeCredit(
  context: Context,
  tx: Tx,
  { kind, membershipId, invoiceId, credits }: Credits,
): Promise<void> {
  const { locale } = await billedMember(context, membershipId);
  await creditInvoiceLines(context, tx, {
    invoiceId,
    lines: credits.map(({ credit }) => ({ lineId: credit.lineId, net: credit.net })),
    reason: context.wordings.in(locale).of(`billing.change.${kind}`),
    recordedBy: (context.actor?.accountId ?? null) as AccountId | null,
  });
}

/** An invoice to whoever holds the membership. A line of nothing is settled by being issued: nobody will pay it. */
async function writeCharges(
  context: Context,
  tx: Tx,
  membershipId: MembershipId,
  lines: readonly NewLine[],
): Promise<void> {
  const member = await billedMember(context, membershipId);
  const today = dayAt(member.timeZone, context.clock.now());
  await writeInvoice(context, tx, {
    issuerId: member.associationId,
    kind: 'DUES',
    payer: member.payer,
    membershipId,
    billTo: member.billTo,
    locale: member.locale,
    dueOn: addDays(today, DAYS_TO_PAY),
    placeOfSupply: member.place?.province ?? null,
    lines: lines.map(line => (sumOf([line]).total.isZero() ? { ...line, settlement: 'ON_INVOICE' } : line)),
  });
}
