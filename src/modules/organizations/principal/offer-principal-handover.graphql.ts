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
import { DelegateNotFound } from '../delegates/delegate.problems.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { offerPrincipalHandover } from './offer-principal-handover.ts';
import { PrincipalHandoverOpen } from './principal-handover.problems.ts';

@InputType()
export class OfferPrincipalHandoverInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => ID, { description: 'Another delegate of the organization who can sign in.' })
  @Identifier()
  toPersonId!: string;

  @Field(() => [DelegateRole], {
    description: 'What the leaving principal stays for the organization; empty to leave it altogether.',
  })
  remainingRoles!: DelegateRole[];

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The other delegate was told by mail. Nothing changes until they accept.',
})
export class OfferPrincipalHandoverSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const OfferPrincipalHandoverResult = createUnionType({
  name: 'OfferPrincipalHandoverResult',
  types: () =>
    [
      OfferPrincipalHandoverSuccess,
      InvalidInput,
      OrganizationNotFound,
      DelegateNotFound,
      PrincipalHandoverOpen,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class OfferPrincipalHandoverResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => OfferPrincipalHandoverResult, {
    description:
      'Offers the place of principal delegate to another delegate. They have 14 days to accept; until then the principal stays what they are.',
  })
  @AnswerProblems()
  async offerPrincipalHandover(
    @Ctx() context: Context,
    @Arg('input', () => OfferPrincipalHandoverInput)
    { idempotencyKey, ...input }: OfferPrincipalHandoverInput,
  ): Promise<typeof OfferPrincipalHandoverResult> {
    await offerPrincipalHandover(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new OfferPrincipalHandoverSuccess(), { organization });
  }
}
