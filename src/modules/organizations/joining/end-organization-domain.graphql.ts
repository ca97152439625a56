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
import { LONGEST_DOMAIN } from './email-domain.ts';
import { endOrganizationDomain } from './end-organization-domain.ts';
import { OrganizationDomainNotFound } from './joining.problems.ts';

@InputType()
export class EndOrganizationDomainInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, { description: 'From `Organization.joining`, at most 253 characters.' })
  @PlainText(LONGEST_DOMAIN)
  domain!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Nobody joins by this domain any more. Whoever has stays.',
})
export class EndOrganizationDomainSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const EndOrganizationDomainResult = createUnionType({
  name: 'EndOrganizationDomainResult',
  types: () =>
    [
      EndOrganizationDomainSuccess,
      InvalidInput,
      OrganizationNotFound,
      OrganizationDomainNotFound,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class EndOrganizationDomainResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => EndOrganizationDomainResult, {
    description:
      'Ends an e-mail domain of an organization: the principal delegate, and staff through an internal tool.',
  })
  @AnswerProblems()
  async endOrganizationDomain(
    @Ctx() context: Context,
    @Arg('input', () => EndOrganizationDomainInput) { idempotencyKey, ...input }: EndOrganizationDomainInput,
  ): Promise<typeof EndOrganizationDomainResult> {
    await endOrganizationDomain(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new EndOrganizationDomainSuccess(), { organization });
  }
}
