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
import { toPublicId, type OrganizationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { acceptPrincipalHandover } from './accept-principal-handover.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';

@InputType()
export class AcceptPrincipalHandoverInput {
  @Field(() => ID, { description: 'From `Organization.principalHandover`.' })
  @Identifier()
  handoverId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The signed-in person is principal delegate from now on, or will be when the association has approved.',
})
export class AcceptPrincipalHandoverSuccess {
  @Field(() => Boolean, {
    description: 'Nothing has changed yet: the policy of the association is to approve hand-overs first.',
  })
  awaitingApproval!: boolean;

  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const AcceptPrincipalHandoverResult = createUnionType({
  name: 'AcceptPrincipalHandoverResult',
  types: () =>
    [AcceptPrincipalHandoverSuccess, InvalidInput, PrincipalHandoverNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class AcceptPrincipalHandoverResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => AcceptPrincipalHandoverResult, {
    description:
      'Takes over as principal delegate: the one before ends and the new one begins at the same instant. Where the association approves hand-overs, that is when it has. Both are told by mail.',
  })
  @AnswerProblems()
  async acceptPrincipalHandover(
    @Ctx() context: Context,
    @Arg('input', () => AcceptPrincipalHandoverInput)
    { idempotencyKey, ...input }: AcceptPrincipalHandoverInput,
  ): Promise<typeof AcceptPrincipalHandoverResult> {
    const { organizationId, awaitingApproval } = await acceptPrincipalHandover(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const publicId = toPublicId('Organization', organizationId as OrganizationId);
    const organization = await organizationAfter(context, publicId);
    return Object.assign(new AcceptPrincipalHandoverSuccess(), { organization, awaitingApproval });
  }
}
