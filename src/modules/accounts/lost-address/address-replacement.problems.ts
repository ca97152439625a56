import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    "The address is the administrator's own: they change it themselves, or somebody else of the staff does.",
})
export class OwnAddressKept extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Another new address was asked for already. Withdraw that first, where it was a mistake.',
})
export class AddressReplacementOpen extends Problem {
  @Field(() => DateTimeScalar, { description: 'When that one takes effect.' })
  readonly effectiveAt: Date;

  constructor(effectiveAt: Date) {
    super();
    this.effectiveAt = effectiveAt;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No replacement of the address is open: there was none, it took effect, or it was stopped.',
})
export class AddressReplacementNotFound extends Problem {}
