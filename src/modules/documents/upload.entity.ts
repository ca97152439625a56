import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, ClientId, UploadId } from '../../kernel/id.ts';
import { Count, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { UPLOAD_PURPOSES, type SeenType, type UploadPurpose } from './upload-purpose.ts';

/** A file that somebody sends us: first announced, then received, used by a record or swept. */
@Entity('upload')
@OneOf('upload', 'purpose', UPLOAD_PURPOSES)
@Check('upload_size_check', 'size > 0')
@Check(
  'upload_received_check',
  '(received_at is null) = (seen_type is null) and (received_at is null) = (sha256 is null)',
)
@Index('upload_account_id_created_at_idx', ['accountId', 'createdAt'])
@Index('upload_association_id_created_at_idx', ['associationId', 'createdAt'])
@Index('upload_unswept_idx', ['createdAt'], { where: 'removed_at is null' })
@Index('upload_to_clear_idx', ['removedAt'], { where: 'removed_at is not null and attempts > 0' })
export class UploadEntity {
  @Key()
  id!: UploadId;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** Through which it was announced: its pages send the bytes. */
  @ForeignKey('client')
  @Reference()
  clientId!: ClientId;

  @Text()
  purpose!: UploadPurpose;

  @Text()
  fileName!: string;

  /** In bytes, as declared; what is received is exactly as long. */
  @Count()
  size!: number;

  @Text({ nullable: true })
  declaredType!: SeenType | null;

  @Instant()
  createdAt!: Date;

  /** Until then somebody may begin to send the bytes. */
  @Instant()
  expiresAt!: Date;

  /** How often somebody began to send them. Each attempt is stored under a key of its own. */
  @Count()
  attempts!: number;

  /** While an attempt runs, no other begins; moved on as long as bytes come, past this instant it is given up. */
  @Instant({ nullable: true })
  receivingUntil!: Date | null;

  @Instant({ nullable: true })
  receivedAt!: Date | null;

  @Text({ nullable: true })
  seenType!: SeenType | null;

  @Text({ nullable: true })
  sha256!: string | null;

  /** Since when a record uses it. */
  @Instant({ nullable: true })
  keptAt!: Date | null;

  @Instant({ nullable: true })
  removedAt!: Date | null;
}
