import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AssociationId, ClientId } from '../../kernel/id.ts';
import type { Province } from '../../kernel/province.ts';
import { Cents, Count, Flag, Key, OneOf, Reference, Text, Texts } from '../../platform/database/columns.ts';
import {
  AssociationKind,
  CHANGES_BILLED_TO,
  HANDOVER_APPROVALS,
  IdentifierPolicy,
  INVITATION_MISMATCHES,
  LanguagePolicy,
  OLD_PASSWORDS,
  RECOVERY_POLICIES,
  TRANSFER_ACCEPTANCES,
  USERNAME_CASES,
  type ChangesBilledTo,
  type HandoverApproval,
  type InvitationMismatch,
  type OldPasswords,
  type RecoveryPolicy,
  type TransferAcceptance,
  type UsernameCase,
} from './association.enums.ts';
import type { StaffRole } from './staff.enums.ts';

@Entity('association')
@Unique(['code'])
@OneOf('association', 'old_passwords', OLD_PASSWORDS)
@OneOf('association', 'kind', Object.values(AssociationKind))
@OneOf('association', 'language_policy', Object.values(LanguagePolicy))
@OneOf('association', 'identifier_policy', Object.values(IdentifierPolicy))
@OneOf('association', 'username_case', USERNAME_CASES)
@OneOf('association', 'invitation_mismatch', INVITATION_MISMATCHES)
@OneOf('association', 'recovery_policy', RECOVERY_POLICIES)
@OneOf('association', 'handover_approval', HANDOVER_APPROVALS)
@OneOf('association', 'transfer_acceptance', TRANSFER_ACCEPTANCES)
@OneOf('association', 'changes_billed_to', CHANGES_BILLED_TO)
@Check('association_second_person_above_check', 'second_person_above >= 0')
@Check('association_approval_above_cents_check', 'approval_above_cents >= 0')
@Check('association_intent_days_check', 'intent_days > 0')
@Check('association_change_due_days_check', 'change_due_days >= 0')
@Check('association_nsf_fee_cents_check', 'nsf_fee_cents > 0')
export class AssociationEntity {
  @Key()
  id!: AssociationId;

  /** How programs name it, e.g. `aqpm`. */
  @Text()
  code!: string;

  @Text()
  kind!: AssociationKind;

  @Index()
  @ForeignKey('association')
  @Reference({ nullable: true })
  parentId!: AssociationId | null;

  /** The top of its tree, itself when it has no parent. Trees do not see each other. */
  @Index()
  @ForeignKey('association')
  @Reference()
  rootId!: AssociationId;

  /** Staff of the bodies above do not reach in. */
  @Flag()
  independent!: boolean;

  @Text()
  nameFr!: string;

  @Text()
  nameEn!: string;

  @Text()
  shortNameFr!: string;

  @Text()
  shortNameEn!: string;

  @Texts()
  provinces!: Province[];

  /**
   * Where the body itself is, for contracts with whoever gave no address; null where that is the first of its
   * provinces.
   */
  @Text({ nullable: true })
  homeProvince!: Province | null;

  /** An IANA name: deadlines end with the day in this zone. */
  @Text()
  timeZone!: string;

  /** Month and day on which the association's year starts, e.g. `04-01`. */
  @Text()
  yearStartsOn!: string;

  @Text()
  languagePolicy!: LanguagePolicy;

  @Text()
  identifierPolicy!: IdentifierPolicy;

  @Text()
  usernameCase!: UsernameCase;

  @Text()
  passwordProfile!: string;

  @Text()
  invitationMismatch!: InvitationMismatch;

  @Count()
  invitationDays!: number;

  @Text()
  handoverApproval!: HandoverApproval;

  @Text()
  transferAcceptance!: TransferAcceptance;

  @Text()
  recoveryPolicy!: RecoveryPolicy;

  @Text()
  oldPasswords!: OldPasswords;

  /** The roles that its staff exercise in a session with a second factor only. */
  @Texts()
  factorRoles!: StaffRole[];

  /** How long a mailed link to set a password works. */
  @Count()
  resetLinkMinutes!: number;

  /** How many records an act of staff may carry before somebody else approves it; null: as many as it likes. */
  @Count({ nullable: true })
  secondPersonAbove!: number | null;

  /** The refund and the invoice's change of addressee that one person may make alone, at most; null: whichever it is. */
  @Cents({ nullable: true })
  approvalAboveCents!: bigint | null;

  /** How long an intent to pay an invoice stands. */
  @Count()
  intentDays!: number;

  /** How many days whoever is charged for a change of a membership has to pay. */
  @Count()
  changeDueDays!: number;

  /** Who is charged for it: the holder, or whoever is billed for the term that it falls into. */
  @Text()
  changesBilledTo!: ChangesBilledTo;

  /** What a payment that is returned for want of funds costs its payer; null: nothing. */
  @Cents({ nullable: true })
  nsfFeeCents!: bigint | null;

  @Text()
  senderNameFr!: string;

  @Text()
  senderNameEn!: string;

  @Text()
  senderAddress!: string;

  @Text()
  postalAddress!: string;

  @Text()
  supportEmail!: string;

  /** E.164. */
  @Text({ nullable: true })
  supportPhone!: string | null;

  /** E.164: the same service, for callers from afar. */
  @Text({ nullable: true })
  supportTollFreePhone!: string | null;

  @Text()
  websiteFr!: string;

  @Text()
  websiteEn!: string;

  @Text()
  brandColour!: string;

  @Text()
  brandTextColour!: string;

  /** An https address on its own site. */
  @Text({ nullable: true })
  brandLogoUrl!: string | null;

  /** The client whose pages the links in mails open. */
  @ForeignKey('client')
  @Reference({ nullable: true })
  pagesClientId!: ClientId | null;
}
