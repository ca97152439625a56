import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { InCredit, LineAmount } from '../../ledger/index.ts';
import { payerIn, type Payer, type PayerColumns } from '../../payer.ts';
import { JOURNALS_OF_PAYMENT } from '../allocation-of.ts';
import { negative, NOTHING, perInvoice } from '../change-paid.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { keyOf } from '../payers.ts';

const left = statement<PayerColumns & { cents: string }>(
  'payment-left-in-credits',
  `select payer_person_id as "payerPersonId", payer_organization_id as "payerOrganizationId",
     payer_association_id as "payerAssociationId", (-sum(cents))::text as cents
   from ledger_entry where journal_id in (${JOURNALS_OF_PAYMENT}) and account = 'PAYER_CREDIT'
   group by payer_person_id, payer_organization_id, payer_association_id`,
);

/**
 * What of a held payment lies in the credit of others than whoever paid: what credit notes gave, to those who owe its
 * invoices, of lines that it had paid, and what refunds moved there, less what they took out of it. `taken` is what
 * still stands on its lines.
 */
export async function inCreditOfOthers(
  tx: Tx,
  { payment, invoices, allocation }: HeldPayment,
  taken: readonly LineAmount[],
): Promise<InCredit[]> {
  const sums = new Map<string, InCredit>();
  const add = (payer: Payer | null | undefined, cents: Money): void => {
    if (!payer) return;
    const key = keyOf(payer);
    sums.set(key, { payer, amount: (sums.get(key)?.amount ?? NOTHING).plus(cents) });
  };
  for (const row of await within(tx, left, [payment.id])) add(payerIn(row), Money.cad(BigInt(row.cents)));
  const payerOf = new Map(invoices.map(({ id, payer }) => [id, payer]));
  for (const { invoiceId, amount } of perInvoice(invoices, [...allocation, ...negative(taken)]))
    add(payerOf.get(invoiceId), amount);

  const whoPaid = payerIn(payment);
  if (whoPaid) sums.delete(keyOf(whoPaid));
  return [...sums.values()].filter(({ amount }) => !amount.isZero());
}
