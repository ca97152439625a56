import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView } from '../../associations/index.ts';
import { MembershipClass } from '../membership-class.type.ts';
import { membershipById, membershipClassById } from '../membership.loaders.ts';
import { mayReadMembership } from '../membership-rights.ts';
import { Membership } from '../membership.type.ts';
import { membershipView } from '../membership-view.ts';
import { mayWithdraw, sidesOf } from './transfer-access.ts';
import { needsStanding } from './transfer.policy.ts';
import type { TransferFacts } from './transfer.rows.ts';
import { stateOfTransfer } from './transfer-times.ts';
import {
  TRANSFER_ASKERS,
  TRANSFER_STANDINGS,
  TRANSFER_STATES,
  type TransferAsker,
  type TransferStanding,
  type TransferState,
} from './transfer-words.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about a transfer through the client that they use.',
})
export class MembershipTransferActions {
  @Field(() => Boolean, { description: 'By `decideTransfer`: the office of the body that receives.' })
  readonly decide: boolean;

  @Field(() => Boolean, { description: 'By `stateTransferStanding`: the office of the body that is left.' })
  readonly stateStanding: boolean;

  @Field(() => Boolean, { description: 'By `withdrawTransfer`: the member, and the office that asked.' })
  readonly withdraw: boolean;

  constructor(may: {
    readonly decide: boolean;
    readonly stateStanding: boolean;
    readonly withdraw: boolean;
  }) {
    this.decide = may.decide;
    this.stateStanding = may.stateStanding;
    this.withdraw = may.withdraw;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A request to pass from one body of the tree to another. The member sees it, and the staff of both bodies.',
})
export class MembershipTransfer extends Node {
  @Field(() => String)
  readonly holderName: string;

  @Field(() => String, { description: 'At the body that is left.' })
  readonly memberNumber: string;

  @Field(() => DateScalar, { description: 'The first day at the body that receives, as it was asked for.' })
  readonly wantedOn: LocalDate;

  @Field(() => TRANSFER_ASKERS)
  readonly askedBy: TransferAsker;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { description: 'Until when both bodies are asked to answer.' })
  readonly answerBy: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which it can be decided.' })
  readonly expiresAt: Date;

  @Field(() => Boolean, {
    description:
      'Whether the body that is left must speak before it can be accepted: for a class that carries a designation, and where the other body asked.',
  })
  readonly needsStanding: boolean;

  @Field(() => TRANSFER_STANDINGS, {
    nullable: true,
    description: 'What the body that is left has said; null as long as it has not.',
  })
  readonly standing: TransferStanding | null;

  @Field(() => String, { nullable: true, description: 'What is owed or open.' })
  readonly standingNote: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly standingAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was decided, withdrawn or overtaken.',
  })
  readonly endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the member was told with a refusal.' })
  readonly reason: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day at the body that receives, once it is accepted: the day asked for, or the day of a later decision.',
  })
  readonly effectiveOn: LocalDate | null;

  constructor(readonly facts: TransferFacts) {
    super({ kind: 'MembershipTransfer', id: facts.id });
    this.holderName = facts.holderName;
    this.memberNumber = facts.memberNumber;
    this.wantedOn = facts.wantedOn;
    this.askedBy = facts.askedBy;
    this.askedAt = facts.askedAt;
    this.answerBy = facts.answerBy;
    this.expiresAt = facts.expiresAt;
    this.needsStanding = needsStanding(facts, facts.askedBy);
    this.standing = facts.standing;
    this.standingNote = facts.standingNote;
    this.standingAt = facts.standingAt;
    this.endedAt = facts.endedAt;
    this.reason = facts.reason;
    this.effectiveOn = facts.effectiveOn;
  }

  @Field(() => TRANSFER_STATES)
  state(@Ctx() { clock }: Context): TransferState {
    return stateOfTransfer(this.facts, clock.now());
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { clock, wording }: Context): string {
    return wording.of(`TransferState.${stateOfTransfer(this.facts, clock.now())}`);
  }

  @Field(() => Boolean, { description: 'Whether it waits although the time to answer is over.' })
  overdue(@Ctx() { clock }: Context): boolean {
    return stateOfTransfer(this.facts, clock.now()) === 'PENDING' && clock.now() > this.facts.answerBy;
  }

  @Field(() => Association, { description: 'The body that is left.' })
  from(@Ctx() context: Context): Promise<Association> {
    return bodyOf(context, this.facts.sendingId);
  }

  @Field(() => Association, { description: 'The body that receives.' })
  to(@Ctx() context: Context): Promise<Association> {
    return bodyOf(context, this.facts.receivingId);
  }

  @Field(() => MembershipClass, { description: 'The class there.' })
  async toClass(@Ctx() context: Context): Promise<MembershipClass> {
    const row = await context.load(membershipClassById, this.facts.classId);
    if (row === null) throw new Error('a transfer names a class that is gone');
    return new MembershipClass(row, context.locale);
  }

  @Field(() => ID, { description: 'Of the membership at the body that is left.' })
  get membershipId(): string {
    return toPublicId('Membership', this.facts.membershipId);
  }

  @Field(() => Membership, {
    nullable: true,
    description: 'At the body that receives, once it is accepted and for whoever may read it.',
  })
  async newMembership(@Ctx() context: Context): Promise<Membership | null> {
    const { newMembershipId } = this.facts;
    const facts = newMembershipId && (await context.load(membershipById, newMembershipId));
    return facts && (await mayReadMembership(context, facts)) ? membershipView(context, facts) : null;
  }

  @Field(() => MembershipTransferActions, { description: 'Decided by the same rules as the mutations.' })
  async viewerCan(@Ctx() context: Context): Promise<MembershipTransferActions> {
    const pending = stateOfTransfer(this.facts, context.clock.now()) === 'PENDING';
    const sides = await sidesOf(context, this.facts, 'MANAGE_MEMBERSHIPS');
    return new MembershipTransferActions({
      decide: pending && sides.RECEIVING,
      stateStanding: pending && sides.SENDING,
      withdraw: pending && mayWithdraw(sides, this.facts),
    });
  }
}

async function bodyOf(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (row === null) throw new Error('a transfer names a body that is gone');
  return associationView(row);
}
