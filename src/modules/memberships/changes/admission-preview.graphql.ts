import { Arg, createUnionType, Ctx, Field, ID, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../../organizations/index.ts';
import { PersonNotFound } from '../../people/index.ts';
import { PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { MembershipClass } from '../membership-class.type.ts';
import { MoneyEffectView } from '../money-effect.type.ts';
import { previewAdmission, type PreviewedAdmission } from './admit-on-file.ts';
import { AlreadyMember } from './changes.problems.ts';

@InputType({ description: 'As `admitMember` takes it.' })
export class AdmissionPreviewInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => ID, { nullable: true, description: 'Either this or an organization.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Either this or a person.' })
  organizationId?: string | null;

  @Field(() => ID, { description: 'From `membershipClasses`.' })
  @Identifier()
  classId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  on!: LocalDate;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What admitting somebody would bring about, before anybody confirms.',
})
export class AdmissionPreview {
  @Field(() => DateScalar, { description: 'The first day.' })
  readonly effectiveOn: LocalDate;

  @Field(() => MembershipClass)
  readonly class: MembershipClass;

  @Field(() => MoneyEffectView)
  readonly moneyEffect: MoneyEffectView;

  constructor({ on, memberClass, effect }: PreviewedAdmission, { locale }: Pick<Context, 'locale'>) {
    this.effectiveOn = on;
    this.class = new MembershipClass(memberClass, locale);
    this.moneyEffect = new MoneyEffectView(effect, locale);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing was done: show it, and ask `admitMember`.' })
export class AdmissionPreviewSuccess {
  @Field(() => AdmissionPreview)
  preview!: AdmissionPreview;
}

export const AdmissionPreviewResult = createUnionType({
  name: 'AdmissionPreviewResult',
  types: () =>
    [
      AdmissionPreviewSuccess,
      InvalidInput,
      PersonNotFound,
      OrganizationNotFound,
      AlreadyMember,
      PlaceOfSupplyUnknown,
    ] as const,
});

@Resolver()
export class AdmissionPreviewResolver {
  @Policy('STAFF')
  @Query(() => AdmissionPreviewResult, {
    description:
      'What `admitMember` would bring about and cost, for whoever may admit. Its total is what the mutation takes as `shownTotalCents`.',
  })
  @AnswerProblems()
  async admissionPreview(
    @Ctx() context: Context,
    @Arg('input', () => AdmissionPreviewInput) input: AdmissionPreviewInput,
  ): Promise<typeof AdmissionPreviewResult> {
    const preview = new AdmissionPreview(await previewAdmission(context, input), context);
    return Object.assign(new AdmissionPreviewSuccess(), { preview });
  }
}
