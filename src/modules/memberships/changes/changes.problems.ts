import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { toPublicId, type MembershipId } from '../../../kernel/id.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';
import type { WhyNoChange } from './plan-change.ts';

const NO_CHANGE: { readonly [Why in WhyNoChange]: Why } = {
  NOT_MEMBER: 'NOT_MEMBER',
  SAME_CLASS: 'SAME_CLASS',
  CHANGE_WAITS: 'CHANGE_WAITS',
  HELD_ALREADY: 'HELD_ALREADY',
  HOLD_OVER: 'HOLD_OVER',
  NOT_ENDED: 'NOT_ENDED',
  DECEASED: 'DECEASED',
  NO_RESIGNATION: 'NO_RESIGNATION',
};
registerEnumType(NO_CHANGE, {
  name: 'WhyNoChange',
  description: 'Why a membership cannot be changed so.',
  valuesConfig: {
    NOT_MEMBER: { description: 'They are no member on that day.' },
    SAME_CLASS: { description: 'They are in that class on that day already.' },
    CHANGE_WAITS: { description: 'Another change is set for a later day.' },
    HELD_ALREADY: { description: 'There is a hold on some of these days already.' },
    HOLD_OVER: { description: 'There is no such hold, or it is over by that day.' },
    NOT_ENDED: { description: 'The membership has not ended by that day.' },
    DECEASED: { description: 'The member has died.' },
    NO_RESIGNATION: { description: 'No resignation lies ahead: there is none, or its day has come.' },
  },
});

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The history of the membership does not allow it. Nothing was done.',
})
export class MembershipChangeNotPossible extends Problem {
  @Field(() => NO_CHANGE)
  readonly why: WhyNoChange;

  constructor(why: WhyNoChange) {
    super();
    this.why = why;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The person or organization has a membership there, running or ended: reinstate that one.',
})
export class AlreadyMember extends Problem {
  @Field(() => ID)
  readonly membershipId: string;

  constructor(membershipId: MembershipId) {
    super();
    this.membershipId = toPublicId('Membership', membershipId);
  }
}
