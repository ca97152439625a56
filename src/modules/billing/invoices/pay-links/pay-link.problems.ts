import { ObjectType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The link opens no invoice: it is mistyped, was withdrawn or is too old. Whoever sent it can send another one.',
})
export class PayLinkUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such link, or not one that the person may withdraw: both are the same answer.',
})
export class PayLinkNotFound extends Problem {}
