import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This was never a token of a confirmation mail, or it belongs elsewhere.',
})
export class ConfirmationTokenUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The link has done its work already.' })
export class ConfirmationTokenUsed extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A newer link was sent, or the account changed since, so that this one no longer works.',
})
export class ConfirmationTokenReplaced extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The link was left too long.' })
export class ConfirmationTokenExpired extends ProblemWithNext {}
