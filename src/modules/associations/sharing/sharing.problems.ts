import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The two bodies have an agreement for some of that time already: end that one first. Nothing was done.',
})
export class SharingAgreementStands extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such agreement, or not one that the person may end: both are the same answer.',
})
export class SharingAgreementNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'It has ended already, or does by then. Nothing was done.' })
export class SharingAgreementEnded extends Problem {}
