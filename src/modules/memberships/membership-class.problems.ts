import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such class, or not one that the person may change: both are the same answer.',
})
export class MembershipClassNotFound extends Problem {}
