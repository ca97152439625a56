import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import { Instant, Key, Reference } from '../../../platform/database/columns.ts';

/** Staff checked who somebody is that lost their second factors, and ask for them to be taken off. */
@Entity('factor_reset')
@Index('factor_reset_open_idx', ['accountId'], {
  unique: true,
  where: 'contested_at is null and done_at is null',
})
export class FactorResetEntity {
  @Key()
  id!: string;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @ForeignKey('account')
  @Reference()
  askedBy!: AccountId;

  @Instant()
  askedAt!: Date;

  /** When it takes effect unless the person says no, or a second member of staff asks for the same. */
  @Instant()
  effectiveAt!: Date;

  @ForeignKey('account')
  @Reference({ nullable: true })
  approvedBy!: AccountId | null;

  @Instant({ nullable: true })
  contestedAt!: Date | null;

  @Instant({ nullable: true })
  doneAt!: Date | null;
}
