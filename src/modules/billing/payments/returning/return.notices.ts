import type { InvoiceId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import { openOf, type HeldInvoice } from '../../invoices/held-invoice.ts';
import { holdInvoices } from '../../invoices/hold-invoices.ts';
import type { InCredit } from '../../ledger/index.ts';
import { payerIn, type Payer } from '../../payer.ts';
import type { PaymentEntity } from '../payment.entity.ts';
import type { ReturnKind } from '../payment-words.ts';
import { NOTHING, sumOf, type InvoiceAmount } from '../change-paid.ts';
import { isSamePayer, payersOf } from '../payers.ts';
import { printedNumbers } from '../printed-numbers.ts';
import { tellPayer } from '../tell-payer.ts';
import { paymentReturned, takenFromCredit } from './return.mails.ts';

/** What is held of somebody's money by now. */
export type CreditOf = (payer: Payer) => Money;

const owedIn = (credit: Money, locale: Locale): string | null =>
  credit.compare(NOTHING) < 0 ? formatMoney(-credit.cents, locale) : null;

interface Returned {
  readonly payment: PaymentEntity;
  readonly kind: ReturnKind;
  readonly amount: Money;
  /** What each invoice gave back of it. */
  readonly taken: readonly InvoiceAmount[];
  readonly returnedOn: LocalDate;
  /** As they are now. */
  readonly invoices: readonly HeldInvoice[];
  readonly feeInvoiceId: InvoiceId | null;
  readonly creditOf: CreditOf;
}

/** Tells whoever paid or, where they are not on file, those whose invoices are open again: each of their own alone. */
export async function tellReturned(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { payment, kind, amount, taken, returnedOn, invoices, feeInvoiceId, creditOf }: Returned,
): Promise<void> {
  const fee = feeInvoiceId === null ? [] : await holdInvoices(tx, [feeInvoiceId]);
  const owed = [...invoices, ...fee].filter(invoice => !openOf(invoice).isZero());
  const numberOf = await printedNumbers(tx, owed);
  const payer = payerIn(payment);
  for (const reader of payer ? [payer] : payersOf(invoices)) {
    const isTheirs = (invoice: HeldInvoice): boolean => payer !== null || isSamePayer(invoice.payer, reader);
    const theirs = invoices.filter(isTheirs).map(({ id }) => id);
    const gave = payer ? amount : sumOf(taken.filter(({ invoiceId }) => theirs.includes(invoiceId)));
    if (payer === null && gave.isZero()) continue;
    await tellPayer(parts, tx, {
      payer: reader,
      associationId: payment.receiverId,
      letter: paymentReturned,
      values: locale => ({
        kind,
        amount: formatMoney(gave.cents, locale),
        returnedOn,
        open: owed.filter(isTheirs).map(invoice => ({
          number: numberOf(invoice.id),
          open: formatMoney(openOf(invoice).cents, locale),
        })),
        owes: payer && owedIn(creditOf(payer), locale),
      }),
    });
  }
}

/** Tells those in whose credit some of it lay, though they had not paid it, what was taken from there. */
export async function tellTakenFromCredit(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  {
    payment,
    returnedOn,
    invoices,
    fromCredits,
    creditOf,
  }: Pick<Returned, 'payment' | 'returnedOn' | 'invoices' | 'creditOf'> & {
    readonly fromCredits: readonly InCredit[];
  },
): Promise<void> {
  const numberOf = await printedNumbers(tx, invoices);
  for (const { payer, amount } of fromCredits.filter(taken => taken.amount.compare(NOTHING) > 0))
    await tellPayer(parts, tx, {
      payer,
      associationId: payment.receiverId,
      letter: takenFromCredit,
      values: locale => ({
        amount: formatMoney(amount.cents, locale),
        returnedOn,
        numbers: invoices.filter(invoice => isSamePayer(invoice.payer, payer)).map(({ id }) => numberOf(id)),
        owes: owedIn(creditOf(payer), locale),
      }),
    });
}
