import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { REFUND_WAYS } from '../payment.enums.ts';
import { Payment } from '../payment.type.ts';
import type { RefundWay } from '../payment-words.ts';
import { refundState, type RefundState } from './refund-state.ts';
import type { RefundEntity } from './refund.entity.ts';
import { REFUND_STATES } from './refund.enums.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about this refund through the client that they use.',
})
export class RefundActions {
  @Field(() => Boolean, { description: 'By `approveRefund`.' })
  readonly approve: boolean;

  @Field(() => Boolean, { description: 'By `withdrawRefund`.' })
  readonly withdraw: boolean;

  constructor(approve: boolean, withdraw: boolean) {
    this.approve = approve;
    this.withdraw = withdraw;
  }
}

interface RefundParts {
  readonly payment: Lazy<Payment>;
  readonly invoice: Lazy<Invoice | null>;
  readonly viewerCan: Lazy<RefundActions>;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Money of a payment that goes back to whoever paid, or becomes credit. For staff.',
})
export class Refund extends Node {
  @Field(() => Payment)
  readonly payment: Lazy<Payment>;

  @Field(() => Invoice, {
    nullable: true,
    description: 'Whose lines give it back; null where it is the payer’s credit.',
  })
  readonly invoice: Lazy<Invoice | null>;

  @Field(() => MoneyView)
  readonly amount: MoneyView;

  @Field(() => REFUND_WAYS)
  readonly way: RefundWay;

  @Field(() => REFUND_STATES)
  readonly state: RefundState;

  @Field(() => String, { description: 'As it was typed; of one that was made at the gateway, that it was.' })
  readonly reason: string;

  @Field(() => Boolean, {
    description:
      'Whether somebody made it at the gateway itself, past the house: then nobody here prepared it.',
  })
  readonly isMadeAtGateway: boolean;

  @Field(() => Boolean, { description: 'Whether what the invoice had brought about is kept.' })
  readonly keepsEffects: boolean;

  @Field(() => DateTimeScalar)
  readonly preparedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly approvedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly doneAt: Date | null;

  @Field(() => RefundActions)
  readonly viewerCan: Lazy<RefundActions>;

  constructor(
    row: RefundEntity,
    { locale, wording }: Pick<Context, 'locale' | 'wording'>,
    parts: RefundParts,
  ) {
    super({ kind: 'Refund', id: row.id });
    this.payment = parts.payment;
    this.invoice = parts.invoice;
    this.amount = new MoneyView(row.cents, locale);
    this.way = row.way;
    this.state = refundState(row);
    this.reason = row.reason ?? wording.of('payments.refund.madeAtGateway');
    this.isMadeAtGateway = row.preparedBy === null;
    this.keepsEffects = row.keepsEffects;
    this.preparedAt = row.preparedAt;
    this.approvedAt = row.approvedAt;
    this.doneAt = row.doneAt;
    this.viewerCan = parts.viewerCan;
  }
}
