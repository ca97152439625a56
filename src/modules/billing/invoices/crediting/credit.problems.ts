import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.ts';
import type { Context } from '../../../../platform/context.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'More than what remains of a line after its earlier credit notes. Nothing was done.',
})
export class CreditAboveRemaining extends Problem {
  readonly #remaining: Money;

  constructor(remaining: Money) {
    super();
    this.#remaining = remaining;
  }

  @Field(() => MoneyView, { description: 'What may still be credited of its price, before taxes.' })
  remaining(@Ctx() { locale }: Context): MoneyView {
    return new MoneyView(this.#remaining.cents, locale);
  }
}
