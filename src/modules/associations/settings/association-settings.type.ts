import { Field, Int, ObjectType } from 'type-graphql';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
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
import { versionOf, type SettingsFacts } from './association-settings.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about these settings through the client that they use.',
})
export class AssociationSettingsActions {
  @Field(() => Boolean, { description: 'By `updateAssociationSettings`.' })
  readonly change: boolean;

  constructor(change: boolean) {
    this.change = change;
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What an association decides for the accounts of its people. For its staff.',
})
export class AssociationSettings {
  @Field(() => String, { description: 'Given back with a change: it must be of what was read.' })
  readonly version: string;

  @Field(() => [StaffRole], {
    description:
      'The staff roles that rest in a session in which no second factor was given. Whoever has none is led to add one.',
  })
  readonly factorRoles: readonly StaffRole[];

  @Field(() => [StaffRole], {
    description: 'Those among all roles that must ask for one: the realm leaves no association that choice.',
  })
  readonly factorRolesOfRealm: readonly StaffRole[];

  @Field(() => RecoveryPolicyKind)
  readonly recoveryPolicy: RecoveryPolicyKind;

  @Field(() => PasswordProfileKind)
  readonly passwordProfile: PasswordProfileKind;

  @Field(() => OldPasswordsKind)
  readonly oldPasswords: OldPasswordsKind;

  @Field(() => Int, { description: 'For how many minutes a mailed link to set a password works.' })
  readonly resetLinkMinutes: number;

  @Field(() => Int, { description: 'For how many days an invitation can be accepted.' })
  readonly invitationDays: number;

  @Field(() => InvitationMismatchKind)
  readonly invitationMismatch: InvitationMismatchKind;

  @Field(() => HandoverApprovalKind)
  readonly handoverApproval: HandoverApprovalKind;

  @Field(() => TransferAcceptanceKind)
  readonly transferAcceptance: TransferAcceptanceKind;

  @Field(() => LocalizedText, { description: 'Its web address in each language.' })
  readonly websites: LocalizedText;

  @Field(() => String, { nullable: true, description: 'An https address on its own site.' })
  readonly brandLogoUrl: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many records an act of staff, such as a merge, may carry before somebody else on the staff must approve it. 0: each one; null: none ever.',
  })
  readonly secondPersonAbove: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'What one person may give back of a payment alone, in cents and in all, and up to which total they may address an invoice to somebody else alone: above it somebody else approves. Null: whatever it is.',
  })
  readonly approvalAboveCents: number | null;

  @Field(() => Int, { description: 'For how many days after it is stated an intent to pay stands.' })
  readonly intentDays: number;

  @Field(() => Int, {
    description: 'How many days whoever is charged for a change of a membership has to pay.',
  })
  readonly changeDueDays: number;

  @Field(() => ChangesBilledToKind)
  readonly changesBilledTo: ChangesBilledToKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The two letters of the province or territory where it is, which tells the taxes of whoever gave no address; null for the first of its provinces.',
  })
  readonly homeProvince: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What a payment without funds costs its payer, in cents; null: nothing.',
  })
  readonly nsfFeeCents: number | null;

  @Field(() => AssociationSettingsActions, {
    description: 'Decided by the same rules as the mutation itself.',
  })
  readonly viewerCan: AssociationSettingsActions;

  constructor(
    facts: SettingsFacts,
    { ofRealm, mayChange }: { readonly ofRealm: readonly StaffRole[]; readonly mayChange: boolean },
  ) {
    this.version = versionOf(facts);
    this.factorRoles = facts.factorRoles;
    this.factorRolesOfRealm = ofRealm;
    this.recoveryPolicy = RecoveryPolicyKind[facts.recoveryPolicy];
    this.passwordProfile = profileNamed(facts.passwordProfile);
    this.oldPasswords = OldPasswordsKind[facts.oldPasswords];
    this.resetLinkMinutes = facts.resetLinkMinutes;
    this.invitationDays = facts.invitationDays;
    this.invitationMismatch = InvitationMismatchKind[facts.invitationMismatch];
    this.handoverApproval = HandoverApprovalKind[facts.handoverApproval];
    this.transferAcceptance = TransferAcceptanceKind[facts.transferAcceptance];
    this.websites = localized(facts.websiteFr, facts.websiteEn);
    this.brandLogoUrl = facts.brandLogoUrl;
    this.secondPersonAbove = facts.secondPersonAbove;
    this.approvalAboveCents = facts.approvalAboveCents;
    this.intentDays = facts.intentDays;
    this.changeDueDays = facts.changeDueDays;
    this.changesBilledTo = ChangesBilledToKind[facts.changesBilledTo];
    this.homeProvince = facts.homeProvince;
    this.nsfFeeCents = facts.nsfFeeCents;
    this.viewerCan = new AssociationSettingsActions(mayChange);
  }
}

function profileNamed(name: string): PasswordProfileKind {
  const [, kind] = Object.entries(PasswordProfileKind).find(([known]) => known === name) ?? [];
  if (kind === undefined) throw new Error(`no password profile is called ${name}`);
  return kind;
}
