import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such membership, or not one that the person may change: both are the same answer.',
})
export class MembershipNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Another term has some of these days already. Nothing was done.',
})
export class TermTaken extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Neither the member nor the association says a province: taxes cannot be told. An address of the member settles it.',
})
export class PlaceOfSupplyUnknown extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A line of an open or paid invoice is for some of these days of the membership already. Nothing was done.',
})
export class PeriodAlreadyBilled extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A fee that is charged once, for lateness or reinstatement, is on an open or paid invoice for these days already. Nothing was done.',
})
export class FeeAlreadyCharged extends Problem {}
