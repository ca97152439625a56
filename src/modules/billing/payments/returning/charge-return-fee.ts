import { dayAt } from '../../../../kernel/deadline.ts';
import type { InvoiceId } from '../../../../kernel/id.ts';
import { addDays } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { AssociationEntity } from '../../../associations/index.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import { knownPayer } from '../../invoices/issuing/payer-on-file.ts';
import { writeInvoice } from '../../invoices/write-invoice.ts';
import { payerIn } from '../../payer.ts';
import type { PaymentEntity } from '../payment.entity.ts';
import { isSamePayer, payersOf } from '../payers.ts';

const DAYS_TO_PAY = 30;

/**
 * What a cheque without funds costs, by the rule of the association, as an invoice of its own to whoever paid. It is
 * compensation and no supply: no tax is due on it. Nobody is billed for a stranger's cheque over several people's
 * invoices, nor where it paid none.
 */
export async function chargeReturnFee(
  context: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  payment: PaymentEntity,
  invoices: readonly HeldInvoice[],
): Promise<InvoiceId | null> {
  const payers = payersOf(invoices);
  const payer = payerIn(payment) ?? (payers.length === 1 ? payers[0] : null);
  if (!payer || invoices.length === 0) return null;
  const issuer = await tx.findOneByOrFail(AssociationEntity, { id: payment.receiverId });
  if (issuer.nsfFeeCents === null) return null;

  const { billTo, locale, province } = await knownPayer(tx, payer, { issuer, locale: null });
  const own = invoices.find(invoice => isSamePayer(invoice.payer, payer));
  const { id } = await writeInvoice(context, tx, {
    issuerId: payment.receiverId,
    kind: 'OTHER',
    payer,
    // A member reads what is about their membership: a fee of their employer is not.
    membershipId: 'personId' in payer ? (own?.membershipId ?? null) : null,
    billTo,
    locale,
    dueOn: addDays(dayAt(issuer.timeZone, context.clock.now()), DAYS_TO_PAY),
    placeOfSupply: province,
    lines: [
      {
        supplierId: payment.receiverId,
        feeItemId: null,
        kind: 'FEE',
        descriptions: { fr: 'Frais pour paiement sans provision', en: 'Fee for a payment without funds' },
        quantity: 1,
        unit: Money.cad(issuer.nsfFeeCents),
        taxes: [],
        membershipId: null,
        period: null,
        effect: 'NONE',
        settlement: 'ON_PAYMENT',
        explanation: [{ rule: 'RETURNED_PAYMENT', inputs: {} }],
      },
    ],
  });
  return id;
}
