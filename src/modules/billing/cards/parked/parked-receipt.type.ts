import { GraphQLSafeInt } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Invoice } from '../../invoices/index.ts';
import { PARKED_WHY, SETTLED_HOW, type ParkedWhy, type SettledHow } from '../card-words.ts';
import '../cards.enums.ts';
import type { ParkedReceiptFacts } from './parked-receipt.rows.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Money that came in and pays nothing until staff decide what becomes of it. For staff of whoever received it.',
})
export class ParkedReceipt extends Node {
  readonly facts: ParkedReceiptFacts;
  readonly #wording: Context['wording'];

  @Field(() => Invoice, { nullable: true, description: 'What it was meant for, as far as anybody knows.' })
  readonly invoice: Lazy<Invoice | null>;

  constructor(
    facts: ParkedReceiptFacts,
    { wording }: Pick<Context, 'wording'>,
    parts: Pick<ParkedReceipt, 'invoice'>,
  ) {
    super({ kind: 'ParkedReceipt', id: facts.id });
    this.facts = facts;
    this.#wording = wording;
    this.invoice = parts.invoice;
  }

  @Field(() => GraphQLSafeInt, { description: 'In hundredths of `currency`.' })
  get cents(): number {
    return Number(this.facts.cents);
  }

  @Field(() => String, { description: 'After ISO 4217; what is not `CAD` can only be sent back.' })
  get currency(): string {
    return this.facts.currency;
  }

  @Field(() => PARKED_WHY)
  get reason(): ParkedWhy {
    return this.facts.why;
  }

  @Field(() => String, { description: 'In the language of the request.' })
  get reasonLabel(): string {
    return this.#wording.of(`ParkedReceiptReason.${this.facts.why}`);
  }

  @Field(() => Boolean, { description: 'Whether it came by card, and can go back there.' })
  get isCard(): boolean {
    return this.facts.gateway !== null;
  }

  @Field(() => String, { nullable: true, description: 'Who paid, as the bank told it.' })
  get payerName(): string | null {
    return this.facts.payerName;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the payer wrote to the bank, or by what the gateway knows the payment.',
  })
  get reference(): string | null {
    return this.facts.reference ?? this.facts.gatewayReference;
  }

  @Field(() => DateTimeScalar)
  get parkedAt(): Date {
    return this.facts.parkedAt;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it waits.' })
  get settledAt(): Date | null {
    return this.facts.settledAt;
  }

  @Field(() => SETTLED_HOW, { nullable: true })
  get settledHow(): SettledHow | null {
    return this.facts.settledHow;
  }
}
