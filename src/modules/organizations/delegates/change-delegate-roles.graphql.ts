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
import { DelegateRole } from '../delegate-role.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { changeDelegateRoles } from './change-delegate-roles.ts';
import { DelegateNotFound, DelegateSuspended } from './delegate.problems.ts';

@InputType()
export class ChangeDelegateRolesInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => ID, { description: 'From `Organization.delegations`.' })
  @Identifier()
  personId!: string;

  @Field(() => [DelegateRole], {
    description:
      'All that the person is from now on, at least one. `PRINCIPAL` stays where it is: it is handed over.',
  })
  roles!: DelegateRole[];

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person was told by mail.' })
export class ChangeDelegateRolesSuccess {
  @Field(() => Organization)
  organization!: Organization;
}

export const ChangeDelegateRolesResult = createUnionType({
  name: 'ChangeDelegateRolesResult',
  types: () =>
    [
      ChangeDelegateRolesSuccess,
      InvalidInput,
      OrganizationNotFound,
      DelegateNotFound,
      DelegateSuspended,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ChangeDelegateRolesResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => ChangeDelegateRolesResult, {
    description:
      'Gives a delegate other roles from now on: the principal delegate, and staff through an internal tool. What was stays on record.',
  })
  @AnswerProblems()
  async changeDelegateRoles(
    @Ctx() context: Context,
    @Arg('input', () => ChangeDelegateRolesInput) { idempotencyKey, ...input }: ChangeDelegateRolesInput,
  ): Promise<typeof ChangeDelegateRolesResult> {
    await changeDelegateRoles(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new ChangeDelegateRolesSuccess(), { organization });
  }
}
