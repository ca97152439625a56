import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';
import type { WhyNoTransfer } from './transfer.policy.ts';
import { TRANSFER_STATES, type TransferState } from './transfer-words.ts';

const NO_TRANSFER: { readonly [Why in WhyNoTransfer]: Why } = {
  NOT_MEMBER: 'NOT_MEMBER',
  DECEASED: 'DECEASED',
  SUSPENDED: 'SUSPENDED',
  CHANGE_WAITS: 'CHANGE_WAITS',
  ALREADY_MEMBER: 'ALREADY_MEMBER',
  NOT_POSSIBLE: 'NOT_POSSIBLE',
};
registerEnumType(NO_TRANSFER, {
  name: 'WhyNoTransfer',
  description: 'Why a membership cannot pass to another body on a day.',
  valuesConfig: {
    NOT_MEMBER: { description: 'It is not in force on that day.' },
    DECEASED: { description: 'The death of the member is on record, at this body or another one.' },
    SUSPENDED: { description: 'It is suspended on that day.' },
    CHANGE_WAITS: {
      description: 'Another change of it, or of one at the other body, is set for that day or later.',
    },
    ALREADY_MEMBER: { description: 'The person is in that class of that body already.' },
    NOT_POSSIBLE: {
      description:
        'For an office that asks about a member of another body: that body knows why, and tells nobody.',
    },
  },
});

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The membership cannot pass to that body on that day. Nothing was done.',
})
export class TransferNotPossible extends Problem {
  @Field(() => NO_TRANSFER)
  readonly why: WhyNoTransfer;

  constructor(why: WhyNoTransfer) {
    super();
    this.why = why;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A request for a transfer of this membership waits already: withdraw it first.',
})
export class TransferOpen extends Problem {
  @Field(() => DateTimeScalar, { description: 'Until when it can be decided.' })
  readonly expiresAt: Date;

  constructor(expiresAt: Date) {
    super();
    this.expiresAt = expiresAt;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such transfer, or not one where the person may do this: both are the same answer.',
})
export class TransferNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The transfer was decided, withdrawn or overtaken, or nobody decided in time. Nothing was done.',
})
export class TransferOver extends Problem {
  @Field(() => TRANSFER_STATES)
  readonly state: TransferState;

  constructor(state: TransferState) {
    super();
    this.state = state;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The body that the member leaves has to say first whether they are in good standing, by `stateTransferStanding`. Nothing was done.',
})
export class TransferNeedsStanding extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Somebody else at the receiving body has this member number. Nothing was done.',
})
export class MemberNumberTaken extends Problem {}
