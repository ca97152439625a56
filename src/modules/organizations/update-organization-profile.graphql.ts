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
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { OrganizationNotFound } from './organization.problems.ts';
import { Organization } from './organization.type.ts';
import { organizationView } from './organization-view.ts';
import { updateOrganizationProfile } from './update-organization-profile.ts';

@InputType({
  description:
    'A whole profile: an optional field that is left out is cleared. Where there are further coordinates of its kind, the first of them becomes the main one instead.',
})
export class UpdateOrganizationProfileInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: 'One line, at most 100 characters.' })
  publicNameFr!: string;

  @Field(() => String, {
    description: 'One line, at most 100 characters; the French one where there is no other.',
  })
  publicNameEn!: string;

  @Field(() => String, { nullable: true, description: 'At most 254 characters.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'As people write it, Canadian unless it starts with `+`; an extension behind it is understood.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 7 digits.' })
  phoneExtension?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Starts with `http://` or `https://`; at most 200 characters.',
  })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Unit, floor or building; at most 100 characters.' })
  street2?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a two-letter code of Canada Post; elsewhere at most 100 characters.',
  })
  province?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a Canadian code in any spelling; elsewhere at most 12 characters.',
  })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters; Canada if left out.' })
  country?: string | null;
}

@Policy('HOLDER')
@ObjectType({ description: 'The profile of the organization was changed.' })
export class UpdateOrganizationProfileSuccess {
  @Field(() => Organization)
  readonly organization: Organization;

  @Field(() => NextStep)
  readonly next: NextStep;

  constructor(organization: Organization) {
    this.organization = organization;
    this.next = new NextStep(NextStepKind.VIEW_ORGANIZATION, { organizationId: organization.id });
  }
}

export const UpdateOrganizationProfileResult = createUnionType({
  name: 'UpdateOrganizationProfileResult',
  types: () => [UpdateOrganizationProfileSuccess, InvalidInput, OrganizationNotFound] as const,
});

@Resolver()
export class UpdateOrganizationProfileResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => UpdateOrganizationProfileResult, {
    description:
      'Changes what an organization shows of itself: its principal and contact delegates, and staff through an internal tool.',
  })
  @AnswerProblems()
  async updateOrganizationProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateOrganizationProfileInput) input: UpdateOrganizationProfileInput,
  ): Promise<typeof UpdateOrganizationProfileResult> {
    const organization = await updateOrganizationProfile(context, input);
    return new UpdateOrganizationProfileSuccess(organizationView(context, organization));
  }
}
