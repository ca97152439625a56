import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, SecondFactorId } from '../../../kernel/id.ts';
import { Bytes, Count, Instant, Key, Reference } from '../../../platform/database/columns.ts';

/** An authenticator app. A new one waits beside the one that it will replace until its first code is typed. */
@Entity('totp_factor')
@Index('totp_factor_confirmed_idx', ['accountId'], { unique: true, where: 'confirmed_at is not null' })
@Index('totp_factor_unconfirmed_idx', ['accountId'], { unique: true, where: 'confirmed_at is null' })
export class TotpFactorEntity {
  @Key()
  id!: SecondFactorId;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @Bytes()
  sealedSecret!: Buffer;

  @Instant()
  enrolledAt!: Date;

  @Instant({ nullable: true })
  confirmedAt!: Date | null;

  /** The time step of the newest code that was taken: it and those before are taken no more. */
  @Count({ nullable: true })
  lastStep!: number | null;

  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}
