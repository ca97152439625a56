import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';

/** `IMPOSSIBLE`: when it was due, another account had the new address, or the old one was the account's no more. */
export const REPLACEMENT_ENDS = ['DONE', 'CONTESTED', 'WITHDRAWN', 'IMPOSSIBLE'] as const;
export type ReplacementEnd = (typeof REPLACEMENT_ENDS)[number];

/** Staff checked who somebody is that lost the mailbox of their account, and ask for another address in its place. */
@Entity('address_replacement')
@OneOf('address_replacement', 'ended_why', REPLACEMENT_ENDS)
@Index('address_replacement_open_idx', ['accountId'], { unique: true, where: 'ended_at is null' })
export class AddressReplacementEntity {
  @Key()
  id!: string;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** The primary address when it was asked for; null where the account had none. */
  @Text({ nullable: true })
  oldNormalized!: string | null;

  /** As typed, for people to recognise. */
  @Text()
  newAddress!: string;

  @Text()
  newNormalized!: string;

  @ForeignKey('account')
  @Reference()
  askedBy!: AccountId;

  @Instant()
  askedAt!: Date;

  /** When it takes effect unless somebody says no, or a second administrator asks for the same. */
  @Instant()
  effectiveAt!: Date;

  @ForeignKey('account')
  @Reference({ nullable: true })
  approvedBy!: AccountId | null;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: ReplacementEnd | null;
}
