import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { MembershipClassNotFound } from './membership-class.problems.ts';
import { MembershipClass } from './membership-class.type.ts';
import { MOST_DELEGATES, setDelegateLimit } from './set-delegate-limit.ts';

@InputType()
export class SetDelegateLimitInput {
  @Field(() => ID, { description: 'From `membershipClasses`; a class of organizations.' })
  @Identifier()
  membershipClassId!: string;

  @Field(() => Int, {
    nullable: true,
    description: `From 1 to ${String(MOST_DELEGATES)}; as many as it likes if left out.`,
  })
  delegateLimit?: number | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'It holds from now on. An organization that has more keeps them, and adds nobody until it has fewer; whoever was invited before is let in.',
})
export class SetDelegateLimitSuccess {
  @Field(() => MembershipClass)
  membershipClass!: MembershipClass;
}

export const SetDelegateLimitResult = createUnionType({
  name: 'SetDelegateLimitResult',
  types: () => [SetDelegateLimitSuccess, InvalidInput, MembershipClassNotFound, SignInTooOld] as const,
});

@Resolver()
export class SetDelegateLimitResolver {
  @Policy('STAFF')
  @Mutation(() => SetDelegateLimitResult, {
    description:
      'Says how many people may act at once for an organization of a class, invited ones included. It may be fewer than an organization has: nobody loses a role by it. Role ADMIN there, signed in within ten minutes.',
  })
  @AnswerProblems()
  async setDelegateLimit(
    @Ctx() context: Context,
    @Arg('input', () => SetDelegateLimitInput) { membershipClassId, delegateLimit }: SetDelegateLimitInput,
  ): Promise<typeof SetDelegateLimitResult> {
    const row = await setDelegateLimit(context, { membershipClassId, delegateLimit: delegateLimit ?? null });
    return Object.assign(new SetDelegateLimitSuccess(), {
      membershipClass: new MembershipClass(row, context.locale),
    });
  }
}
