import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The place of principal delegate is offered to somebody already. Withdraw that offer first.',
})
export class PrincipalHandoverOpen extends Problem {
  @Field(() => DateTimeScalar, { description: 'When the offer that stands ends by itself.' })
  readonly expiresAt: Date;

  constructor(expiresAt: Date) {
    super();
    this.expiresAt = expiresAt;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The offer is over: declined, withdrawn, refused, expired or done; it does not stand where this act needs it to; or it is not the signed-in person’s to answer.',
})
export class PrincipalHandoverNotFound extends Problem {}
