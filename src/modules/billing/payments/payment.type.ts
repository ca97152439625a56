import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type { Lazy } from '../../../platform/graphql/lazy.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association, inLanguage } from '../../associations/index.ts';
import { Invoice } from '../invoices/invoice.type.ts';
import type { AllocationFacts, PaymentFacts } from './payment-facts.ts';
import { PAYMENT_METHODS, RETURN_KINDS } from './payment.enums.ts';
import type { PaymentMethod, ReturnKind } from './payment-words.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What of a payment went to a line of an invoice.' })
export class PaymentAllocation {
  @Field(() => Invoice)
  readonly invoice: Lazy<Invoice>;

  @Field(() => String, { description: 'Of the line, in the language of the request.' })
  readonly description: string;

  @Field(() => MoneyView, { description: 'As it was received, with taxes.' })
  readonly amount: MoneyView;

  constructor(
    { fr, en, cents }: AllocationFacts,
    { locale }: Pick<Context, 'locale'>,
    invoice: Lazy<Invoice>,
  ) {
    this.invoice = invoice;
    this.description = inLanguage(locale, fr, en);
    this.amount = new MoneyView(BigInt(cents), locale);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The money of a payment went back to where it came from.' })
export class PaymentReturn {
  @Field(() => RETURN_KINDS)
  readonly kind: ReturnKind;

  @Field(() => DateScalar)
  readonly returnedOn: LocalDate;

  @Field(() => Invoice, {
    nullable: true,
    description: 'What it cost the payer; null where nothing was charged.',
  })
  readonly feeInvoice: Lazy<Invoice | null>;

  constructor(kind: ReturnKind, returnedOn: LocalDate, feeInvoice: Lazy<Invoice | null>) {
    this.kind = kind;
    this.returnedOn = returnedOn;
    this.feeInvoice = feeInvoice;
  }
}

interface PaymentParts {
  readonly receiver: Lazy<Association>;
  readonly returned: PaymentReturn | null;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Money that an association received. For its staff.',
})
export class Payment extends Node {
  readonly facts: PaymentFacts;

  @Field(() => Association, { description: 'Who received it.' })
  readonly receiver: Lazy<Association>;

  @Field(() => PAYMENT_METHODS)
  readonly method: PaymentMethod;

  @Field(() => MoneyView)
  readonly amount: MoneyView;

  @Field(() => DateTimeScalar, { description: 'When it was recorded, or the gateway told of it.' })
  readonly receivedAt: Date;

  @Field(() => DateScalar, { description: 'In the zone of the receiver.' })
  readonly receivedOn: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'As it stands on the cheque, or on file; null where nobody said.',
  })
  readonly payerName: string | null;

  @Field(() => String, { nullable: true, description: 'Such as the number of the cheque.' })
  readonly reference: string | null;

  @Field(() => PaymentReturn, { nullable: true, description: 'Null unless its money went back.' })
  readonly returned: PaymentReturn | null;

  constructor(facts: PaymentFacts, { locale }: Pick<Context, 'locale'>, parts: PaymentParts) {
    super({ kind: 'Payment', id: facts.id });
    this.facts = facts;
    this.receiver = parts.receiver;
    this.method = facts.method;
    this.amount = new MoneyView(BigInt(facts.cents), locale);
    this.receivedAt = facts.receivedAt;
    this.receivedOn = facts.receivedOn;
    this.payerName = locale === 'fr-CA' ? facts.payerFr : facts.payerEn;
    this.reference = facts.reference;
    this.returned = parts.returned;
  }
}
