import type { InvoiceId } from '../../../../kernel/id.ts';
import { addDays } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Province } from '../../../../kernel/province.ts';
import { localDateIn } from '../../../../kernel/time-zone.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import type { BillTo } from '../../invoices/new-invoice.ts';
import { writeInvoice } from '../../invoices/write-invoice.ts';
import { payerIn } from '../../payer.ts';
import type { PaymentEntity } from '../payment.entity.ts';

const DAYS_TO_PAY = 30;

interface Row extends BillTo {
  readonly feeCents: string | null;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly placeOfSupply: Province | null;
}

const read = statement<Row>(
  'payment-return-fee-facts',
  `select a.nsf_fee_cents::text as "feeCents", a.time_zone as "timeZone", i.locale, i.place_of_supply as "placeOfSupply",
     b.name, b.attention, b.street, b.street2, b.city, b.province, b.postal_code as "postalCode", b.country
   from invoice i join association a on a.id = i.issuer_id join bill_to b on b.invoice_id = i.id
   where i.id = $1 order by b.version desc limit 1`,
);

/**
 * What a cheque without funds costs, by the rule of the association, as an invoice of its own to whoever paid. It is
 * compensation and no supply: no tax is due on it. Where the cheque paid no invoice, nobody is billed.
 */
export async function chargeReturnFee(
  context: Pick<Parts, 'clock' | 'random' | 'ports'>,
  tx: Tx,
  payment: PaymentEntity,
  [invoice]: readonly HeldInvoice[],
): Promise<InvoiceId | null> {
  if (!invoice) return null;
  const [facts] = await within(tx, read, [invoice.id]);
  if (!facts || facts.feeCents === null) return null;

  const { feeCents, timeZone, locale, placeOfSupply, ...billTo } = facts;
  const today = localDateIn(timeZone, context.clock.now());
  const { id } = await writeInvoice(context, tx, {
    issuerId: payment.receiverId,
    kind: 'OTHER',
    payer: payerIn(payment) ?? invoice.payer,
    membershipId: invoice.membershipId,
    billTo,
    locale,
    dueOn: addDays(today, DAYS_TO_PAY),
    placeOfSupply,
    lines: [
      {
        supplierId: payment.receiverId,
        feeItemId: null,
        kind: 'FEE',
        descriptions: { fr: 'Frais pour paiement sans provision', en: 'Fee for a payment without funds' },
        quantity: 1,
        unit: Money.cad(BigInt(feeCents)),
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
