import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId } from '../../../kernel/id.ts';
import { BytesKey, Instant, Reference } from '../../../platform/database/columns.ts';

/** A code on paper that stands in for a lost device, once. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @BytesKey()
  digest!: Buffer;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @Instant()
  issuedAt!: Date;

  @Instant({ nullable: true })
  usedAt!: Date | null;
}
