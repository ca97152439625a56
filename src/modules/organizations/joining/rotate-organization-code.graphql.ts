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
import { organizationAfter } from '../organization-after.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { rotateOrganizationCode } from './rotate-organization-code.ts';

@InputType()
export class RotateOrganizationCodeInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The code is shown this once: only its digest is kept.' })
export class RotateOrganizationCodeSuccess {
  @Field(() => String, { description: 'For the organization’s people, e.g. `8e5f9b1c-efcd-432b`.' })
  code!: string;

  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const RotateOrganizationCodeResult = createUnionType({
  name: 'RotateOrganizationCodeResult',
  types: () =>
    [RotateOrganizationCodeSuccess, InvalidInput, OrganizationNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class RotateOrganizationCodeResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RotateOrganizationCodeResult, {
    description:
      'Makes a code by which people join an organization, for 90 days; the code before it works no longer. For the principal delegate, and staff through an internal tool.',
  })
  @AnswerProblems()
  async rotateOrganizationCode(
    @Ctx() context: Context,
    @Arg('input', () => RotateOrganizationCodeInput)
    { idempotencyKey, ...input }: RotateOrganizationCodeInput,
  ): Promise<typeof RotateOrganizationCodeResult> {
    const { code } = await rotateOrganizationCode(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new RotateOrganizationCodeSuccess(), { code, organization });
  }
}
