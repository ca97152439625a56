import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'No such organization, or not one whose profile the person may change: both are the same answer.',
})
export class OrganizationNotFound extends Problem {}

/** Somebody else is principal. No member of any union: whoever grants says it in the words of their own act. */
export class DelegationTaken extends Problem {}
