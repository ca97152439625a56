import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar, EmailAddressScalar } from '../../../platform/graphql/scalars.ts';
import { Delegate } from '../../people/index.ts';
import { nameOf } from '../name-of.ts';
import { sideOf } from './join-request-access.ts';
import { JoinRequestState, stateOfRequest } from './join-request-state.ts';
import type { JoinRequestFacts } from './join-request.rows.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Somebody asks to become a delegate of an organization. Whoever asked sees it, and whoever decides.',
})
export class JoinRequest extends Node {
  @Field(() => ID)
  readonly organizationId: string;

  @Field(() => Delegate, { description: 'Who asks. They give their names themselves: `email` is proved.' })
  readonly person: Delegate;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'The address of their account, which they have confirmed; null without one.',
  })
  readonly email: string | null;

  @Field(() => String, { nullable: true, description: 'What they wrote to whoever decides.' })
  readonly message: string | null;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which it can be decided.' })
  readonly expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided or withdrawn.' })
  readonly endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the person was told with a refusal.' })
  readonly reason: string | null;

  constructor(private readonly facts: JoinRequestFacts) {
    super({ kind: 'JoinRequest', id: facts.id });
    this.organizationId = toPublicId('Organization', facts.organizationId);
    this.person = new Delegate({ ...facts, id: facts.personId });
    this.email = facts.email;
    this.message = facts.message;
    this.askedAt = facts.askedAt;
    this.expiresAt = facts.expiresAt;
    this.endedAt = facts.endedAt;
    this.reason = facts.reason;
  }

  @Field(() => String, { description: 'The public name in the language of the request.' })
  organizationName(@Ctx() { locale }: Context): string {
    return nameOf(this.facts, locale);
  }

  @Field(() => JoinRequestState)
  state(@Ctx() { clock }: Context): JoinRequestState {
    return stateOfRequest(this.facts, clock.now());
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { clock, wording }: Context): string {
    return wording.of(`JoinRequestState.${stateOfRequest(this.facts, clock.now())}`);
  }

  @Field(() => Boolean, { description: 'Whether `decideJoinRequest` is open to the signed-in person.' })
  viewerCanDecide(@Ctx() context: Context): Promise<boolean> {
    return this.isOpenTo(context, 'DECIDER');
  }

  @Field(() => Boolean, { description: 'Whether `withdrawJoinRequest` is open to the signed-in person.' })
  viewerCanWithdraw(@Ctx() context: Context): Promise<boolean> {
    return this.isOpenTo(context, 'ASKER');
  }

  private async isOpenTo(context: Context, side: 'ASKER' | 'DECIDER'): Promise<boolean> {
    const pending = stateOfRequest(this.facts, context.clock.now()) === JoinRequestState.PENDING;
    return pending && (await sideOf(context, this.facts)) === side;
  }
}
