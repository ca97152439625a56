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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { DelegateNotFound, DelegateSuspended, PrincipalStays } from './delegate.problems.ts';
import { removeDelegate } from './remove-delegate.ts';

@InputType()
export class RemoveDelegateInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => ID, { description: 'From `Organization.delegations`.' })
  @Identifier()
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person was told by mail.' })
export class RemoveDelegateSuccess {
  @Field(() => Organization, {
    nullable: true,
    description: 'Null for whoever has left by themselves: it is no longer theirs to see.',
  })
  organization!: Organization | null;
}

export const RemoveDelegateResult = createUnionType({
  name: 'RemoveDelegateResult',
  types: () =>
    [
      RemoveDelegateSuccess,
      InvalidInput,
      OrganizationNotFound,
      DelegateNotFound,
      DelegateSuspended,
      PrincipalStays,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RemoveDelegateResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RemoveDelegateResult, {
    description:
      'Ends every role of a delegate: the principal delegate for the others, anybody for themselves, and staff through an internal tool. What was stays on record.',
  })
  @AnswerProblems()
  async removeDelegate(
    @Ctx() context: Context,
    @Arg('input', () => RemoveDelegateInput) { idempotencyKey, ...input }: RemoveDelegateInput,
  ): Promise<typeof RemoveDelegateResult> {
    await removeDelegate(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new RemoveDelegateSuccess(), { organization });
  }
}
