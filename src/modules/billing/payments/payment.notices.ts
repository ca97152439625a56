import type { AssociationId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { formatMoney } from '../../../platform/wording/money-in-words.ts';
import { openOf, type HeldInvoice } from '../invoices/held-invoice.ts';
import type { Payer } from '../payer.ts';
import { NOTHING, sumOf, type InvoiceAmount } from './change-paid.ts';
import { paymentReceived } from './payment.mails.ts';
import type { PaymentMethod } from './payment-words.ts';
import { isSamePayer, payersOf } from './payers.ts';
import { printedNumbers } from './printed-numbers.ts';
import { tellPayer } from './tell-payer.ts';

interface Received {
  readonly receiverId: AssociationId;
  readonly method: PaymentMethod;
  readonly amount: Money;
  readonly payer: Payer | null;
  readonly receivedOn: LocalDate;
  /** As they were before. */
  readonly invoices: readonly HeldInvoice[];
  readonly allocated: readonly InvoiceAmount[];
  readonly left: Money;
}

/**
 * Gives a receipt to whoever paid or, where they are not on file, to those whose invoices they paid: each of them reads
 * of their own alone.
 */
export async function tellReceived(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { receiverId: associationId, payer, invoices, allocated, ...received }: Received,
): Promise<void> {
  const numberOf = await printedNumbers(tx, invoices);
  const paidOf = new Map(allocated.map(({ invoiceId, amount }) => [invoiceId, amount]));
  const readers = payer ? [payer] : payersOf(invoices);
  for (const reader of readers) {
    const shown = payer ? invoices : invoices.filter(invoice => isSamePayer(invoice.payer, reader));
    await tellPayer(parts, tx, {
      payer: reader,
      associationId,
      letter: paymentReceived,
      values: locale => {
        const say = (amount: Money): string => formatMoney(amount.cents, locale);
        return {
          amount: say(
            payer ? received.amount : sumOf(shown.map(({ id }) => ({ amount: paidOf.get(id) ?? NOTHING }))),
          ),
          method: received.method,
          receivedOn: received.receivedOn,
          credit: payer && !received.left.isZero() ? say(received.left) : null,
          invoices: shown.map(invoice => {
            const paid = paidOf.get(invoice.id) ?? NOTHING;
            const open = openOf(invoice).minus(paid);
            return { number: numberOf(invoice.id), paid: say(paid), open: open.isZero() ? null : say(open) };
          }),
        };
      },
    });
  }
}
