import { Field, ObjectType } from 'type-graphql';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';
import { JoinRequestState } from './join-request-state.ts';

/** What only the organization itself can give: a code, a decision, an invitation. */
export const askOrganization = (): NextStep => new NextStep(NextStepKind.ASK_ORGANIZATION);
export const viewOrganization = (organizationId: string): NextStep =>
  new NextStep(NextStepKind.VIEW_ORGANIZATION, { organizationId });

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'No such organization, or it does not let the person in this way: all of these are the same answer.',
})
export class OrganizationNotJoinable extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The person is a delegate of the organization. Nothing was done.',
})
export class AlreadyDelegate extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The person was a delegate of the organization before. Whoever left or was removed comes back by a request or an invitation, never by themselves.',
})
export class FormerDelegate extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A request of the same person waits for a decision of this organization already.',
})
export class JoinRequestOpen extends Problem {
  @Field(() => DateTimeScalar, { description: 'The last instant at which it can be decided.' })
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
    'No such request, or not one that the person may decide or withdraw: both are the same answer.',
})
export class JoinRequestNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The request was decided, withdrawn, or not decided in time. Nothing was done.',
})
export class JoinRequestOver extends ProblemWithNext {
  @Field(() => JoinRequestState)
  readonly state: JoinRequestState;

  constructor(state: JoinRequestState, next: NextStep) {
    super(next);
    this.state = state;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This was never a code of an organization, or it belongs elsewhere: the answer is the same.',
})
export class OrganizationCodeUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The organization gives out a newer code.' })
export class OrganizationCodeReplaced extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The organization has turned its code off, or has no principal delegate now who could be told.',
})
export class OrganizationCodeTurnedOff extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The code was good until its last day.' })
export class OrganizationCodeExpired extends ProblemWithNext {
  @Field(() => DateTimeScalar)
  readonly expiredAt: Date;

  constructor(expiredAt: Date, next: NextStep) {
    super(next);
    this.expiredAt = expiredAt;
  }
}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The organization has no such e-mail domain now.' })
export class OrganizationDomainNotFound extends Problem {}
