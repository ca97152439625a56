import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type {
  AccountId,
  AssociationId,
  InvitationId,
  MembershipId,
  OrganizationId,
  PersonId,
} from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import {
  Bytes,
  Count,
  Flag,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
  Texts,
} from '../../platform/database/columns.ts';
import type { StaffRole } from '../associations/index.ts';
import type { DelegateRole } from '../organizations/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';

/** What was offered, to whom, and what became of it. The code is in the mail alone; its digest is here. */
@Entity('invitation')
@Index('invitation_one_live_idx', ['emailNormalized', 'targetKey'], {
  unique: true,
  where: '((accepted_at IS NULL) AND (declined_at IS NULL) AND (revoked_at IS NULL))',
})
@Index('invitation_association_id_issued_at_idx', ['associationId', 'issuedAt', 'id'])
@Index('invitation_organization_id_issued_at_idx', ['organizationId', 'issuedAt', 'id'])
@Index('invitation_unanswered_idx', ['organizationId'], {
  where:
    '((accepted_at IS NULL) AND (declined_at IS NULL) AND (revoked_at IS NULL) AND (organization_id IS NOT NULL))',
})
@Unique(['codeDigest'])
@OneOf('invitation', 'target_kind', Object.values(InvitationTargetKind))
export class InvitationEntity {
  @Key()
  id!: InvitationId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** As staff wrote it: mail goes there. */
  @Text()
  email!: string;

  @Text()
  emailNormalized!: string;

  /** Whom it names. */
  @Index()
  @ForeignKey('person')
  @Reference()
  personId!: PersonId;

  @Text()
  targetKind!: InvitationTargetKind;

  /** The target as one text: two invitations of one address to the same thing cannot both be live. */
  @Text()
  targetKey!: string;

  @ForeignKey('organization')
  @Reference({ nullable: true })
  organizationId!: OrganizationId | null;

  @ForeignKey('membership')
  @Reference({ nullable: true })
  membershipId!: MembershipId | null;

  @Texts()
  delegateRoles!: DelegateRole[];

  @Text({ nullable: true })
  staffRole!: StaffRole | null;

  /** The invitee's language, of the mail and of a new account's first pages. */
  @Text()
  locale!: Locale;

  @Bytes()
  codeDigest!: Buffer;

  @ForeignKey('account')
  @Reference({ nullable: true })
  inviterAccountId!: AccountId | null;

  /** Whether the inviter acted as principal delegate; otherwise the association did. */
  @Flag()
  byPrincipal!: boolean;

  @Instant()
  issuedAt!: Date;

  /** When the present code was sent: a resend moves it. */
  @Instant()
  sentAt!: Date;

  @Instant()
  expiresAt!: Date;

  /** How often the holder of an expired code had a fresh one sent. */
  @Count()
  reissues!: number;

  @Instant({ nullable: true })
  acceptedAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  acceptedByAccountId!: AccountId | null;

  @Instant({ nullable: true })
  declinedAt!: Date | null;

  @Instant({ nullable: true })
  revokedAt!: Date | null;

  /** When the invited address or the inviter said that the wrong person had accepted. */
  @Instant({ nullable: true })
  disputedAt!: Date | null;
}
