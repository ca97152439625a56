import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { INTENT_METHODS } from '../payment.enums.ts';
import type { IntentMethod } from '../payment-words.ts';
import { intentState, type IntentState } from './intent-state.ts';
import { INTENT_STATES } from './intent.enums.ts';
import type { IntentToPayEntity } from './intent-to-pay.entity.ts';

export type IntentFacts = Pick<
  IntentToPayEntity,
  'id' | 'invoiceId' | 'method' | 'expectedOn' | 'statedAt' | 'deadlineAt' | 'endedAt' | 'endedWhy'
>;

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody said how and when an invoice will be paid. For whoever reads the invoice.',
})
export class IntentToPay extends Node {
  @Field(() => Invoice)
  readonly invoice: Lazy<Invoice>;

  @Field(() => INTENT_METHODS)
  readonly method: IntentMethod;

  @Field(() => DateScalar, { description: 'When the money will be there, as it was said.' })
  readonly expectedOn: LocalDate;

  @Field(() => DateTimeScalar)
  readonly statedAt: Date;

  @Field(() => DateTimeScalar, { description: 'Unless it is paid by then, what it unlocked is undone.' })
  readonly deadlineAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was acted upon; null while it stands.',
  })
  readonly endedAt: Date | null;

  @Field(() => INTENT_STATES)
  readonly state: IntentState;

  constructor(facts: IntentFacts, { clock }: Pick<Context, 'clock'>, invoice: Lazy<Invoice>) {
    super({ kind: 'IntentToPay', id: facts.id });
    this.invoice = invoice;
    this.method = facts.method;
    this.expectedOn = facts.expectedOn;
    this.statedAt = facts.statedAt;
    this.deadlineAt = facts.deadlineAt;
    this.endedAt = facts.endedAt;
    this.state = intentState(facts, clock.now());
  }
}
