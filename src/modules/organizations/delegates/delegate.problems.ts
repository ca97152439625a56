import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The person has no role for this organization now.' })
export class DelegateNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'An organization never stands without a principal delegate: offer the place to another delegate first, or ask the association to appoint one. Nothing was done.',
})
export class PrincipalStays extends Problem {}
