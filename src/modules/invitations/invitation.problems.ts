import { Field, ObjectType } from 'type-graphql';
import { NextStep } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ProblemAtField } from '../../platform/graphql/problem-at-field.ts';
import { ProblemWithNext } from '../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../platform/problem.ts';
import { ShownDocument } from '../associations/index.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This was never a code, or it belongs elsewhere: the answer is the same.',
})
export class InvitationCodeUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Somebody has accepted this invitation.',
})
export class InvitationUsed extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Staff or the principal delegate withdrew this invitation.',
})
export class InvitationWithdrawn extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Whoever held the code declined this invitation.',
})
export class InvitationDeclined extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A newer code has been mailed since: the latest mail has the one to use.',
})
export class InvitationReplaced extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The invitation was not used in time.',
})
export class InvitationExpired extends Problem {
  @Field(() => DateTimeScalar)
  readonly expiredAt: Date;

  @Field(() => String, { description: 'Where a fresh invitation would go, masked.' })
  readonly maskedAddress: string;

  @Field(() => Boolean, { description: 'Whether `reissueExpiredInvitation` would send a fresh one.' })
  readonly canReissue: boolean;

  @Field(() => NextStep)
  readonly next: NextStep;

  constructor(facts: { expiredAt: Date; maskedAddress: string; canReissue: boolean; next: NextStep }) {
    super();
    this.expiredAt = facts.expiredAt;
    this.maskedAddress = facts.maskedAddress;
    this.canReissue = facts.canReissue;
    this.next = facts.next;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Somebody holds what the invitation would give, e.g. the organization has another principal delegate.',
})
export class InvitationTargetTaken extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A role on the staff is for an account of one person: what two share, or others look after, cannot tell who acted. Nothing was given.',
})
export class InvitationNeedsOwnAccount extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The invitation names somebody for whom others stand, such as an estate or a company: that record has an account of its own, and is not part of anybody else’s. Ask for an invitation to an address that signs in nowhere yet. Nothing was given.',
})
export class RepresentedNeedsOwnAccount extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The association gives nothing to an account that does not have the invited address.',
})
export class InvitationAddressMismatch extends Problem {
  @Field(() => String, { description: 'The invited address, masked.' })
  readonly maskedAddress: string;

  @Field(() => NextStep)
  readonly next: NextStep;

  constructor(maskedAddress: string, next: NextStep) {
    super();
    this.maskedAddress = maskedAddress;
    this.next = next;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is no such invitation, or it is not yours to look after.',
})
export class InvitationNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'It has not expired yet, expired more than 60 days ago, was sent afresh three times, or its target is taken.',
})
export class InvitationNotReissuable extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'A document in force was not accepted. Nothing was opened.' })
export class DocumentsNotAccepted extends ProblemAtField {
  @Field(() => [ShownDocument], { description: 'Those in force, each of which must be accepted.' })
  readonly documents: readonly ShownDocument[];

  constructor(documents: readonly ShownDocument[]) {
    super('input', 'acceptedDocuments');
    this.documents = documents;
  }
}
