import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { dayAt } from '../../../kernel/deadline.ts';
import type { InvoiceId, PaymentId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Lazy } from '../../../platform/graphql/lazy.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { DocumentLink } from '../../documents/index.ts';
import { Invoice } from '../invoices/invoice.type.ts';
import { findPayment } from './payment-view.ts';
import { PAYMENT_METHODS, RETURN_KINDS } from './payment.enums.ts';
import { Payment } from './payment.type.ts';
import { receiptLink } from './receipt-link.ts';
import type { PaymentMethod, ReturnKind } from './payment-words.ts';

interface Row {
  readonly invoiceId: InvoiceId;
  /** Null where it was credit. */
  readonly paymentId: PaymentId | null;
  readonly method: PaymentMethod | null;
  readonly at: Date;
  readonly on: LocalDate | null;
  readonly cents: string;
  readonly returned: ReturnKind | null;
}

const read = statement<Row>(
  'invoices-payments',
  `select l.invoice_id as "invoiceId", p.id as "paymentId", p.method, p.received_at as at,
     p.received_on::text as "on", (-sum(e.cents))::text as cents, back.kind as returned
   from invoice_line l
   join ledger_entry e on e.line_id = l.id
   join journal j on j.id = e.journal_id and j.kind = 'PAYMENT'
   join payment p on p.id = j.cause_id
   left join payment_return back on back.payment_id = p.id
   where l.invoice_id = any ($1::uuid[])
   group by l.invoice_id, p.id, back.kind
   union all
   select invoice_id, null, null, used_at, null, cents::text, null from credit_use where invoice_id = any ($1::uuid[])
   order by at, "paymentId"`,
);

const paymentsOfInvoice: Loader<InvoiceId, readonly Row[]> = defineLoader(
  async ({ db }, ids: readonly InvoiceId[]) => {
    const rows = await db.read(read, [ids]);
    return ids.map(id => rows.filter(({ invoiceId }) => invoiceId === id));
  },
);

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What an invoice received, of a payment or of its payer’s credit.',
})
export class InvoicePayment {
  @Field(() => PAYMENT_METHODS, { nullable: true, description: 'Null where it was credit of the payer.' })
  readonly method: PaymentMethod | null;

  @Field(() => DateScalar, { description: 'In the zone of the issuer.' })
  readonly paidOn: LocalDate;

  @Field(() => MoneyView, { description: 'What this invoice received of it.' })
  readonly amount: MoneyView;

  @Field(() => RETURN_KINDS, { nullable: true, description: 'Why its money went back; null unless it did.' })
  readonly returned: ReturnKind | null;

  @Field(() => Payment, {
    nullable: true,
    description: 'The whole of it, for staff of the issuer; null for others.',
  })
  readonly payment: Lazy<Payment | null>;

  @Field(() => DocumentLink, {
    nullable: true,
    description:
      'Where whoever paid, and staff, fetch the receipt: tagged PDF, for 5 minutes; where nobody knows who paid, whoever owed all of it. Null for others, and where it was credit.',
  })
  readonly receipt: Lazy<DocumentLink | null>;

  constructor(row: Row, context: Context, timeZone: string) {
    this.method = row.method;
    this.paidOn = row.on ?? dayAt(timeZone, row.at);
    this.amount = new MoneyView(BigInt(row.cents), context.locale);
    this.returned = row.returned;
    const { paymentId } = row;
    this.payment = () => paymentId && findPayment(context, paymentId);
    this.receipt = () => paymentId && receiptLink(context, paymentId);
  }
}

@Resolver(() => Invoice)
export class InvoicePaymentsResolver {
  @FieldResolver(() => [InvoicePayment], {
    description:
      'What it received, in the order in which it came, returned payments among them: each paid a part of it.',
  })
  async payments(
    @Root() { facts: { id, timeZone } }: Invoice,
    @Ctx() context: Context,
  ): Promise<readonly InvoicePayment[]> {
    const rows = await context.load(paymentsOfInvoice, id);
    return rows.map(row => new InvoicePayment(row, context, timeZone));
  }
}
