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
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { organizationAfter } from '../organization-after.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { LONGEST_DOCUMENT, LONGEST_DOMAIN } from './email-domain.ts';
import { verifyOrganizationDomain } from './verify-organization-domain.ts';

@InputType()
export class VerifyOrganizationDomainInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, { description: 'What stands after the @, at most 253 characters.' })
  @PlainText(LONGEST_DOMAIN)
  domain!: string;

  @Field(() => String, { description: 'What is on file for it, at most 200 characters.' })
  @PlainText(LONGEST_DOCUMENT)
  document!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The domain is the organization’s own. The organization turns the way on.',
})
export class VerifyOrganizationDomainSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const VerifyOrganizationDomainResult = createUnionType({
  name: 'VerifyOrganizationDomainResult',
  types: () =>
    [VerifyOrganizationDomainSuccess, InvalidInput, OrganizationNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class VerifyOrganizationDomainResolver {
  @Policy('STAFF')
  @Mutation(() => VerifyOrganizationDomainResult, {
    description:
      'For staff with role ADMIN or MEMBERSHIP: notes that an e-mail domain belongs to an organization. Domains at which anybody can have an address are refused.',
  })
  @AnswerProblems()
  async verifyOrganizationDomain(
    @Ctx() context: Context,
    @Arg('input', () => VerifyOrganizationDomainInput)
    { idempotencyKey, ...input }: VerifyOrganizationDomainInput,
  ): Promise<typeof VerifyOrganizationDomainResult> {
    await verifyOrganizationDomain(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new VerifyOrganizationDomainSuccess(), { organization });
  }
}
