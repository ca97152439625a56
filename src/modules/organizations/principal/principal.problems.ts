import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The principal delegate has all their rights, or there is none yet. Nothing was done.',
})
export class PrincipalNotSuspended extends Problem {}
