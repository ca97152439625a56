import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { dayAt } from '../../../kernel/deadline.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { associationInReach } from '../../associations/index.ts';
import { asKnown } from '../membership-status.ts';
import { historyOfMembership } from '../membership-histories.ts';
import { Membership } from '../membership.type.ts';
import { openTransferOfMembership } from '../transfers/index.ts';
import { possibleChanges } from './membership-actions.ts';
import { rightsOnMembership } from './membership-for-change.ts';
import { CHANGED_BY, type TypedKind } from './read-change.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'What the signed-in person may do with a membership through the client that they use, on some day from today on.',
})
export class MembershipActions {
  @Field(() => Boolean, { description: 'By `reclassifyMembership`: staff.' })
  readonly reclassify: boolean;

  @Field(() => Boolean, { description: 'By `placeOnHold`: staff.' })
  readonly placeOnHold: boolean;

  @Field(() => Boolean, { description: 'By `endHold`: staff.' })
  readonly endHold: boolean;

  @Field(() => Boolean, {
    description: 'By `resignMembership`: the holder, the principal delegate of an organization, and staff.',
  })
  readonly resign: boolean;

  @Field(() => Boolean, { description: 'By `withdrawResignation`: whoever may resign.' })
  readonly withdrawResignation: boolean;

  @Field(() => Boolean, { description: 'By `reinstateMembership`: staff.' })
  readonly reinstate: boolean;

  @Field(() => Boolean, {
    description: 'By `requestTransfer`, as long as none waits: a person, and staff of their association.',
  })
  readonly requestTransfer: boolean;

  constructor(may: (kind: TypedKind | 'TRANSFER') => boolean) {
    this.reclassify = may('RECLASSIFICATION');
    this.placeOnHold = may('HOLD');
    this.endHold = may('HOLD_END');
    this.resign = may('RESIGNATION');
    this.withdrawResignation = may('RESIGNATION_WITHDRAWN');
    this.reinstate = may('REINSTATEMENT');
    this.requestTransfer = may('TRANSFER');
  }
}

@Resolver(() => Membership)
export class MembershipActionsResolver {
  @FieldResolver(() => MembershipActions, {
    description: 'Decided by the same rules as the mutations themselves.',
  })
  async viewerCan(@Root() { facts }: Membership, @Ctx() context: Context): Promise<MembershipActions> {
    const inReach =
      context.actor !== null && (await associationInReach(context, facts.associationId)) !== null;
    const by = inReach ? await rightsOnMembership(context, facts) : { holder: false, staff: false };
    if (!by.holder && !by.staff) return new MembershipActions(() => false);

    const history = facts.history ?? (await context.load(historyOfMembership, facts.id));
    const now = context.clock.now();
    const possible = possibleChanges(asKnown(history, now), history, dayAt(facts.timeZone, now));
    const maySend =
      facts.personId !== null &&
      possible.has('TRANSFER') &&
      !(await context.load(openTransferOfMembership, facts.id));
    return new MembershipActions(kind =>
      kind === 'TRANSFER'
        ? maySend
        : possible.has(kind) && CHANGED_BY[kind].some(who => (who === 'HOLDER' ? by.holder : by.staff)),
    );
  }
}
