import { ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'No such mail, or it is not yours.' })
export class MailNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'This mail is of no use any more: what it was about is done or over, or its address is not the right one now.',
})
export class MailNotResendable extends Problem {}
