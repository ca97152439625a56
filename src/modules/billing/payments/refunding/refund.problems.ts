import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../../../kernel/locale.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'That much cannot be given back: of the payment, of what it paid of the invoice, or of the payer’s credit less is left. Nothing was done.',
})
export class RefundTooLarge extends Problem {
  @Field(() => MoneyView, { description: 'What can be given back in this way.' })
  readonly left: MoneyView;

  constructor(cents: bigint, locale: Locale) {
    super();
    this.left = new MoneyView(cents < 0n ? 0n : cents, locale);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such refund, or not one for which the person may do this: both are the same answer.',
})
export class RefundNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'It was approved or withdrawn before, or needs nobody’s approval. Nothing was done.',
})
export class RefundNotWaiting extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Whoever prepared a refund cannot approve it: somebody else must. Nothing was done.',
})
export class RefundNeedsSomebodyElse extends Problem {}
