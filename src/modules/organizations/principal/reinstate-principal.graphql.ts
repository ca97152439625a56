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
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { reinstatePrincipal } from './reinstate-principal.ts';
import { PrincipalNotSuspended } from './principal.problems.ts';

@InputType()
export class ReinstatePrincipalInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The principal delegate has all their rights again.' })
export class ReinstatePrincipalSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const ReinstatePrincipalResult = createUnionType({
  name: 'ReinstatePrincipalResult',
  types: () =>
    [
      ReinstatePrincipalSuccess,
      InvalidInput,
      OrganizationNotFound,
      PrincipalNotSuspended,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReinstatePrincipalResolver {
  @Policy('STAFF', ClientScope.MEMBERS_WRITE)
  @Mutation(() => ReinstatePrincipalResult, {
    description:
      'Gives the principal delegate of record their rights back, who is told by mail: an appointment was a mistake, or the matter is settled. Roles ADMIN and MEMBERSHIP, through an internal tool.',
  })
  @AnswerProblems()
  async reinstatePrincipal(
    @Ctx() context: Context,
    @Arg('input', () => ReinstatePrincipalInput)
    { idempotencyKey, ...input }: ReinstatePrincipalInput,
  ): Promise<typeof ReinstatePrincipalResult> {
    await reinstatePrincipal(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new ReinstatePrincipalSuccess(), { organization });
  }
}
