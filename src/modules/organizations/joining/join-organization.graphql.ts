import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { toPublicId } from '../../../kernel/id.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { Identifier, Secret } from '../../../platform/graphql/validators.ts';
import { LONGEST_TYPED_CODE } from '../../../platform/secrets/typed-code.ts';
import { DelegateLimitReached } from '../delegates/delegate.problems.ts';
import { organizationAfter } from '../organization-after.ts';
import { Organization } from '../organization.type.ts';
import { joinOrganization } from './join-organization.ts';
import {
  AlreadyDelegate,
  FormerDelegate,
  OrganizationCodeExpired,
  OrganizationCodeReplaced,
  OrganizationCodeTurnedOff,
  OrganizationCodeUnknown,
  OrganizationNotJoinable,
  viewOrganization,
} from './joining.problems.ts';

@InputType()
export class JoinOrganizationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'From `joinableOrganizations`, for whoever has a confirmed address at one of its e-mail domains.',
  })
  @Identifier()
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Instead of the id: what the organization gave to its people, as typed.',
  })
  @Secret(LONGEST_TYPED_CODE, { optional: true })
  organizationCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Which of the account’s persons; may be left out where there is no choice.',
  })
  @Identifier()
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The person is a delegate for `CONTACT`. The principal delegate was told by mail.',
})
export class JoinOrganizationSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;

  @Field(() => NextStep)
  next!: NextStep;
}

export const JoinOrganizationResult = createUnionType({
  name: 'JoinOrganizationResult',
  types: () =>
    [
      JoinOrganizationSuccess,
      InvalidInput,
      OrganizationNotJoinable,
      OrganizationCodeUnknown,
      OrganizationCodeReplaced,
      OrganizationCodeTurnedOff,
      OrganizationCodeExpired,
      AlreadyDelegate,
      FormerDelegate,
      DelegateLimitReached,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class JoinOrganizationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => JoinOrganizationResult, {
    description:
      'Becomes a delegate for `CONTACT` at once, by a confirmed address at a domain of the organization or by its code, where the organization turned that on. Nobody comes back this way who was a delegate before.',
  })
  @AnswerProblems()
  async joinOrganization(
    @Ctx() context: Context,
    @Arg('input', () => JoinOrganizationInput) { idempotencyKey, ...input }: JoinOrganizationInput,
  ): Promise<typeof JoinOrganizationResult> {
    const { organizationId } = await joinOrganization(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const publicId = toPublicId('Organization', organizationId);
    return Object.assign(new JoinOrganizationSuccess(), {
      organization: await organizationAfter(context, publicId),
      next: viewOrganization(publicId),
    });
  }
}
