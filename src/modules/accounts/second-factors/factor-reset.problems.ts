import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody of this id has an account within the reach of the signed-in administrator: absent and elsewhere are the same.',
})
export class AccountHolderNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: "The second factors are the administrator's own: somebody else of the staff does it.",
})
export class OwnFactorsKept extends Problem {}
