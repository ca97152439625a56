import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AssociationId, ClientId } from '../../kernel/id.ts';
import type { Province } from '../../kernel/province.ts';
import { Count, Flag, Key, OneOf, Reference, Text, Texts } from '../../platform/database/columns.ts';
import {
  AssociationKind,
  HANDOVER_APPROVALS,
  IdentifierPolicy,
  INVITATION_MISMATCHES,
  LanguagePolicy,
  OLD_PASSWORDS,
  RECOVERY_POLICIES,
  USERNAME_CASES,
  type HandoverApproval,
  type InvitationMismatch,
  type OldPasswords,
  type RecoveryPolicy,
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
@Check('association_second_person_above_check', 'second_person_above >= 0')
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
