import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountAddressId, AccountId } from '../../../kernel/id.ts';
import { Instant, Key, Reference, Text } from '../../../platform/database/columns.ts';

/**
 * An address that somebody asked to add to their account. It takes it from nobody: several accounts may wait for the
 * same one, and the first that answers its mail has it.
 */
@Entity('pending_address')
@Index(['accountId', 'normalized'], { unique: true })
export class PendingAddressEntity {
  @Key()
  id!: AccountAddressId;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  /** As typed, for people to recognise. */
  @Text()
  address!: string;

  @Text()
  normalized!: string;

  @Instant()
  askedAt!: Date;

  @Instant()
  expiresAt!: Date;
}
