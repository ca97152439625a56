import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../../../kernel/locale.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';
import { RemittanceState } from '../ledger.enums.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The body is owed nothing up to then that stands in no batch. Nothing was prepared.',
})
export class NothingToRemit extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The body was remitted more than it is owed, because of refunds, returned payments or disputes since. The difference is carried: the next remittance takes it off by itself, and `claimFromBody` asks for it at once. Nothing was prepared.',
})
export class BodyOwesMore extends Problem {
  @Field(() => MoneyView, { description: 'What the body has to give back, above zero.' })
  readonly carried: MoneyView;

  constructor(cents: bigint, locale: Locale) {
    super();
    this.carried = new MoneyView(cents, locale);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The body has nothing to give back up to then. Nothing was prepared.',
})
export class NothingToClaim extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such batch, or not one of a book that the person may act for: both are the same answer.',
})
export class RemittanceNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Whoever prepared a batch does not approve it: somebody else does. Nothing was done.',
})
export class RemittanceNeedsSecondPerson extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'What was asked for cannot be done in the state in which the batch is. Nothing was done.',
})
export class RemittanceMovedOn extends Problem {
  @Field(() => RemittanceState)
  readonly state: RemittanceState;

  constructor(state: RemittanceState) {
    super();
    this.state = state;
  }
}
