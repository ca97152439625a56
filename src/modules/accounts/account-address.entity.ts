import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId } from '../../kernel/id.ts';
import { Flag, Instant, Key, Reference, Text } from '../../platform/database/columns.ts';

/** An e-mail address of an account. Each belongs to one account of the realm at most, verified or not. */
@Entity('account_address')
@Index('account_address_primary_idx', ['accountId'], { unique: true, where: 'is_primary' })
export class AccountAddressEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  /** As typed, for people to recognise. */
  @Text()
  address!: string;

  @Index({ unique: true })
  @Text()
  normalized!: string;

  @Flag()
  isPrimary!: boolean;

  @Instant()
  addedAt!: Date;

  /** When a link or a code that was mailed to it was used here. */
  @Instant({ nullable: true })
  verifiedAt!: Date | null;

  /** Whose file brought it. Until it is verified here it may sign in, and proves nothing to any other association. */
  @ForeignKey('association')
  @Reference({ nullable: true })
  importedBy!: AssociationId | null;
}
