import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: "The second factors are the administrator's own: somebody else of the staff does it.",
})
export class OwnFactorsKept extends Problem {}
