import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { WhyNotAgain } from '../../platform/mail/index.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'No such mail, or it is not yours.' })
export class MailNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This mail is not sent again, or not by you: `why` says it.',
})
export class MailNotResendable extends Problem {
  @Field(() => WhyNotAgain)
  readonly why: WhyNotAgain;

  constructor(why: WhyNotAgain) {
    super();
    this.why = why;
  }
}
