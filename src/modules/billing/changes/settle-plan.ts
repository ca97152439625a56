import { dayAt } from '../../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { AccountId, InvoiceId, MembershipId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { MembershipChange } from '../../memberships/index.ts';
import {
  creditInvoiceLines,
  holdInvoices,
  invoiceById,
  writeInvoice,
  type NewLine,
} from '../invoices/index.ts';
import { holdCredits, payersOf } from '../payments/index.ts';
import { billedMember, sumOf } from '../prices/index.ts';
import { payerOfChange } from './change-payer.ts';
import type { MoneyPlan, PlannedCredit } from './money-plan.ts';

// Not the rows of the numbers: the first credit note of a year finds none. Whoever credits one issuer alone waits for
// nobody with its number: the credits of payers are held before.
const holdNumbers = statement(
  'credit-note-numbers-hold',
  `select pg_advisory_xact_lock(hashtextextended('credit-note-numbers/' || id, 0))
   from unnest($1::text[]) with ordinality issuer (id, place) order by place`,
);

const creditedIn = (credits: readonly PlannedCredit[]): InvoiceId[] =>
  [...new Set(credits.map(({ line }) => line.invoiceId))].sort();

/**
 * Holds every invoice of which one of several plans gives something back, and the credits of whoever owes them: before
 * the first number is taken, for which others wait who hold one of them, as an employer's over several members.
 */
export async function holdPlans(tx: Tx, plans: readonly Pick<MoneyPlan, 'credits'>[]): Promise<void> {
  const invoiceIds = creditedIn(plans.flatMap(({ credits }) => credits));
  if (invoiceIds.length < 2) return;
  const invoices = await holdInvoices(tx, invoiceIds);
  // In one order, whichever of them is credited first.
  const issuerIds = [...new Set(invoices.map(({ issuerId }) => issuerId))].sort();
  for (const issuerId of issuerIds)
    await holdCredits(tx, issuerId, payersOf(invoices.filter(invoice => invoice.issuerId === issuerId)));
  if (issuerIds.length > 1) await within(tx, holdNumbers, [issuerIds]);
}

/** Writes what a change costs and gives back. Credits come first: what they free may be charged anew. */
export async function settlePlan(
  context: Context,
  tx: Tx,
  { kind, membershipId, on, into }: MembershipChange,
  { charges, credits }: MoneyPlan,
): Promise<void> {
  await holdPlans(tx, [{ credits }]);
  for (const invoiceId of creditedIn(credits)) {
    const ofInvoice = credits.filter(({ line }) => line.invoiceId === invoiceId);
    await writeCredit(context, tx, { kind, invoiceId, credits: ofInvoice });
  }
  // Of a transfer the body that receives charges, for the membership there.
  const charged = into === undefined ? membershipId : into.membershipId;
  if (charged === null) throw new Error('what is charged for is written before');
  if (charges.length > 0) await writeCharges(context, tx, { membershipId: charged, on }, charges);
}

interface Credits extends Pick<MembershipChange, 'kind'> {
  readonly invoiceId: InvoiceId;
  readonly credits: readonly PlannedCredit[];
}

async function writeCredit(context: Context, tx: Tx, { kind, invoiceId, credits }: Credits): Promise<void> {
  const invoice = await context.load(invoiceById, invoiceId);
  if (!invoice) throw new Error('an invoice that is credited is gone');
  await creditInvoiceLines(context, tx, {
    invoiceId,
    lines: credits.map(({ credit }) => ({ lineId: credit.lineId, net: credit.net })),
    reason: context.wordings.in(invoice.locale).of(`billing.change.${kind}`),
    recordedBy: (context.actor?.accountId ?? null) as AccountId | null,
  });
}

/** An invoice to whoever is charged for changes there. A line of nothing is settled by being issued: nobody will pay it. */
async function writeCharges(
  context: Context,
  tx: Tx,
  { membershipId, on }: { readonly membershipId: MembershipId; readonly on: LocalDate },
  lines: readonly NewLine[],
): Promise<void> {
  const member = await billedMember(context, membershipId);
  const { payer, billTo, locale, dueDays } = await payerOfChange(context, membershipId, on);
  const today = dayAt(member.timeZone, context.clock.now());
  await writeInvoice(context, tx, {
    issuerId: member.associationId,
    kind: 'DUES',
    payer,
    membershipId,
    billTo,
    locale,
    dueOn: addDays(today, dueDays),
    placeOfSupply: member.place?.province ?? null,
    lines: lines.map(line => ({
      ...line,
      membershipId,
      ...(sumOf([line]).total.isZero() && { settlement: 'ON_INVOICE' }),
    })),
  });
}
