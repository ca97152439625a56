import { newId, type AccountId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import { creditUsedPostings } from '../../ledger/index.ts';
import { payLines } from '../pay-lines.ts';
import { CreditUseEntity } from './credit-use.entity.ts';

interface Spending {
  /** Held, and after it the credit of its payer. */
  readonly invoice: HeldInvoice;
  /** No more than is open, and than there is. */
  readonly amount: Money;
  /** What day it is for the issuer. */
  readonly on: LocalDate;
  /** Null where the house does it. */
  readonly usedBy: AccountId | null;
}

/** Pays an invoice with credit of its payer, and brings about what that earns. */
export async function spendCredit(
  context: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  { invoice, amount, on, usedBy }: Spending,
): Promise<void> {
  const id = newId<'CreditUse'>(context.clock, context.random);
  const at = context.clock.now();
  await tx.insert(CreditUseEntity, { id, invoiceId: invoice.id, cents: amount.cents, usedAt: at, usedBy });
  await payLines(context, tx, {
    bookId: invoice.issuerId,
    kind: 'CREDIT_USED',
    causeId: id,
    occurredAt: at,
    occurredOn: on,
    invoices: [invoice],
    amount,
    postings: (lines, parts) => creditUsedPostings({ payer: invoice.payer, lines, parts }),
  });
}
