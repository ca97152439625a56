import { ObjectType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such fee, or not one that the person may change: both are the same answer.',
})
export class FeeItemNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The fee exists and is charged or taxed in another way: that stays, only its names change.',
})
export class FeeItemStands extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A version begins on that day already. Nothing was done.',
})
export class PriceVersionStands extends Problem {}
