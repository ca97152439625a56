import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier, ListSize, OptionalText, Secret } from '../../../platform/graphql/validators.ts';
import { Association, associationView } from '../association.type.ts';
import { StaffRole } from '../staff.enums.ts';
import {
  ChangesBilledToKind,
  HandoverApprovalKind,
  InvitationMismatchKind,
  OldPasswordsKind,
  PasswordProfileKind,
  RecoveryPolicyKind,
  TransferAcceptanceKind,
} from './association-settings.enums.ts';
import { viewSettings } from './association-settings.graphql.ts';
import { AssociationSettingsChanged } from './association-settings.problems.ts';
import { AssociationSettings } from './association-settings.type.ts';
import { LONGEST_ADDRESS } from './read-settings.ts';
import { updateAssociationSettings } from './update-association-settings.ts';

const LONGEST_VERSION = 100;
const LONGEST_PROVINCE = 2;

@InputType()
export class UpdateAssociationSettingsInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => String, { description: 'The `version` of the settings that you have read.' })
  @Secret(LONGEST_VERSION)
  version!: string;

  @Field(() => [StaffRole], {
    nullable: true,
    description:
      'The roles that rest in a session without a second factor, all of them. Those of `factorRolesOfRealm` cannot be left out. It holds from the next request on, for you too.',
  })
  @ListSize(0, Object.values(StaffRole).length)
  factorRoles?: StaffRole[] | null;

  @Field(() => RecoveryPolicyKind, { nullable: true })
  recoveryPolicy?: RecoveryPolicyKind | null;

  @Field(() => PasswordProfileKind, {
    nullable: true,
    description: 'Passwords that exist stay; those that are set from now on follow it.',
  })
  passwordProfile?: PasswordProfileKind | null;

  @Field(() => OldPasswordsKind, { nullable: true })
  oldPasswords?: OldPasswordsKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 10 to 1440; for links that are mailed from now on.',
  })
  resetLinkMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 90; for invitations that go out from now on.' })
  invitationDays?: number | null;

  @Field(() => InvitationMismatchKind, { nullable: true })
  invitationMismatch?: InvitationMismatchKind | null;

  @Field(() => HandoverApprovalKind, {
    nullable: true,
    description: 'For offers that are accepted from now on; what waits for approval still waits.',
  })
  handoverApproval?: HandoverApprovalKind | null;

  @Field(() => TransferAcceptanceKind, {
    nullable: true,
    description: 'For every transfer whose time to answer is over from now on.',
  })
  transferAcceptance?: TransferAcceptanceKind | null;

  @Field(() => String, { nullable: true, description: 'In French; an https address, written out in full.' })
  @OptionalText(LONGEST_ADDRESS)
  websiteFr?: string | null;

  @Field(() => String, { nullable: true, description: 'In English; an https address, written out in full.' })
  @OptionalText(LONGEST_ADDRESS)
  websiteEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An https address on its own site; an empty text takes the logo off.',
  })
  @OptionalText(LONGEST_ADDRESS)
  brandLogoUrl?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 0 to 100000; `null` in so many words, and no act needs a second person any more.',
  })
  secondPersonAbove?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From 0 to 100000000; `null` in so many words, and nobody approves refunds and changes of addressee any more.',
  })
  approvalAboveCents?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 1 to 180; for intents to pay that are stated from now on.',
  })
  intentDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 0 to 180; for changes of memberships that are made from now on.',
  })
  changeDueDays?: number | null;

  @Field(() => ChangesBilledToKind, {
    nullable: true,
    description: 'For changes of memberships that are made from now on.',
  })
  changesBilledTo?: ChangesBilledToKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The two letters of a province or territory, `QC`; `null` in so many words for the first of its provinces. It holds for what is billed from now on.',
  })
  @OptionalText(LONGEST_PROVINCE)
  homeProvince?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From 1 to 100000; `null` in so many words, and nothing is charged any more.',
  })
  nsfFeeCents?: number | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The settings hold from the next request on.' })
export class UpdateAssociationSettingsSuccess {
  @Field(() => Association)
  association!: Association;

  @Field(() => AssociationSettings)
  settings!: AssociationSettings;
}

export const UpdateAssociationSettingsResult = createUnionType({
  name: 'UpdateAssociationSettingsResult',
  types: () =>
    [UpdateAssociationSettingsSuccess, InvalidInput, SignInTooOld, AssociationSettingsChanged] as const,
});

@Resolver()
export class UpdateAssociationSettingsResolver {
  @Policy('STAFF')
  @Mutation(() => UpdateAssociationSettingsResult, {
    description:
      'Changes what an association decides for the accounts of its people. What is left out stays. Role ADMIN there, signed in within ten minutes.',
  })
  @AnswerProblems()
  async updateAssociationSettings(
    @Ctx() context: Context,
    @Arg('input', () => UpdateAssociationSettingsInput)
    { associationId, version, ...input }: UpdateAssociationSettingsInput,
  ): Promise<typeof UpdateAssociationSettingsResult> {
    const row = await updateAssociationSettings(context, {
      associationId,
      version,
      settings: {
        factorRoles: input.factorRoles ?? undefined,
        recoveryPolicy: input.recoveryPolicy ?? undefined,
        passwordProfile: input.passwordProfile ?? undefined,
        oldPasswords: input.oldPasswords ?? undefined,
        resetLinkMinutes: input.resetLinkMinutes ?? undefined,
        invitationDays: input.invitationDays ?? undefined,
        invitationMismatch: input.invitationMismatch ?? undefined,
        handoverApproval: input.handoverApproval ?? undefined,
        transferAcceptance: input.transferAcceptance ?? undefined,
        websiteFr: lineOf(input.websiteFr),
        websiteEn: lineOf(input.websiteEn),
        secondPersonAbove: input.secondPersonAbove,
        approvalAboveCents: input.approvalAboveCents,
        intentDays: input.intentDays ?? undefined,
        changeDueDays: input.changeDueDays ?? undefined,
        changesBilledTo: input.changesBilledTo ?? undefined,
        homeProvince: input.homeProvince,
        nsfFeeCents: input.nsfFeeCents,
        brandLogoUrl: input.brandLogoUrl == null ? undefined : input.brandLogoUrl.trim() || null,
      },
    });
    return Object.assign(new UpdateAssociationSettingsSuccess(), {
      association: associationView(row),
      settings: await viewSettings(context, row),
    });
  }
}

/** An empty line is none. */
const lineOf = (text: string | null | undefined): string | undefined => text?.trim() || undefined;
