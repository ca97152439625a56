import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { DECLINE_REASONS, type DeclineReason } from '../payment-gateway.ts';
import type { CardPaymentFacts } from './card-payment.rows.ts';
import { CARD_PAYMENT_STATES, cardPaymentState, type CardPaymentState } from './card-payment-state.ts';
import { DISPUTES, type Dispute } from './card-words.ts';
import './cards.enums.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A payment of an invoice by card, from its start on. For whoever reads the invoice, and for whoever started it or has a pay link of the invoice. Nothing of the card is known here.',
})
export class CardPayment extends Node {
  readonly facts: CardPaymentFacts;
  readonly #context: Pick<Context, 'locale' | 'wording'>;

  constructor(facts: CardPaymentFacts, context: Pick<Context, 'locale' | 'wording'>) {
    super({ kind: 'CardPayment', id: facts.id });
    this.facts = facts;
    this.#context = context;
  }

  @Field(() => CARD_PAYMENT_STATES)
  get state(): CardPaymentState {
    return cardPaymentState(this.facts);
  }

  @Field(() => String, { description: 'In the language of the request.' })
  get stateLabel(): string {
    return this.#context.wording.of(`CardPaymentState.${this.state}`);
  }

  @Field(() => MoneyView, { description: 'As it was ordered.' })
  get amount(): MoneyView {
    return new MoneyView(BigInt(this.facts.cents), this.#context.locale);
  }

  @Field(() => DateTimeScalar)
  get startedAt(): Date {
    return this.facts.startedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null while it stands.' })
  get endedAt(): Date | null {
    return this.facts.endedAt;
  }

  @Field(() => DECLINE_REASONS, {
    nullable: true,
    description: 'Of the last card that was tried, where it was declined.',
  })
  get declineReason(): DeclineReason | null {
    return this.facts.declineReason;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The same in the language of the request, safe to show.',
  })
  get declineLabel(): string | null {
    const { declineReason } = this.facts;
    return declineReason && this.#context.wording.of(`DeclineReason.${declineReason}`);
  }

  @Field(() => DISPUTES, { nullable: true, description: 'Null where nobody asked their bank for the money.' })
  get dispute(): Dispute | null {
    return this.facts.dispute;
  }
}
