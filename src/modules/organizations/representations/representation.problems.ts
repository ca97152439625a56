import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Nobody records that they represent somebody themselves. Nothing was done.',
})
export class OwnRepresentation extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The same one represents them by this title already, for some of that time. Nothing was done.',
})
export class RepresentationStands extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such representation, or not one that the person may end: both are the same answer.',
})
export class RepresentationNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'It has ended already, or does by then. Nothing was done.' })
export class RepresentationEnded extends Problem {}
