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
import { cancelPrincipalHandover } from './cancel-principal-handover.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';

@InputType()
export class CancelPrincipalHandoverInput {
  @Field(() => ID, { description: 'From `Organization.principalHandover`.' })
  @Identifier()
  handoverId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The offer is over, and nothing has changed.' })
export class CancelPrincipalHandoverSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const CancelPrincipalHandoverResult = createUnionType({
  name: 'CancelPrincipalHandoverResult',
  types: () =>
    [CancelPrincipalHandoverSuccess, InvalidInput, PrincipalHandoverNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class CancelPrincipalHandoverResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => CancelPrincipalHandoverResult, {
    description:
      'Ends the offer of a place of principal delegate: declined by the one to whom it was made, withdrawn by the principal or by staff. The other side is told by mail, both when staff withdraw it.',
  })
  @AnswerProblems()
  async cancelPrincipalHandover(
    @Ctx() context: Context,
    @Arg('input', () => CancelPrincipalHandoverInput)
    { idempotencyKey, ...input }: CancelPrincipalHandoverInput,
  ): Promise<typeof CancelPrincipalHandoverResult> {
    const { organizationId } = await cancelPrincipalHandover(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const publicId = toPublicId('Organization', organizationId as OrganizationId);
    const organization = await organizationAfter(context, publicId);
    return Object.assign(new CancelPrincipalHandoverSuccess(), { organization });
  }
}
