import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody like that is on file where the person may do this: absent and elsewhere are the same answer.',
})
export class PersonNotFound extends Problem {}
