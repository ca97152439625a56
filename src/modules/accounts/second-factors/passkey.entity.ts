import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, SecondFactorId } from '../../../kernel/id.ts';
import {
  Bytes,
  BytesKey,
  Flag,
  Instant,
  Key,
  LongCount,
  Reference,
  Text,
  Texts,
} from '../../../platform/database/columns.ts';

/** What a device signs with for one website. The public half alone: there is nothing here to steal. */
@Entity('passkey')
@Index(['credentialId'], { unique: true })
export class PasskeyEntity {
  @Key()
  id!: SecondFactorId;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  /** The host of the website; browsers offer the passkey there and nowhere else. */
  @Text()
  rpId!: string;

  @Text()
  credentialId!: string;

  @Bytes()
  publicKey!: Buffer;

  /** How often the device signed, as it says itself; those that sync say nothing but zero. */
  @LongCount()
  signCount!: string;

  @Texts()
  transports!: string[];

  @Flag()
  backedUp!: boolean;

  @Text()
  name!: string;

  @Instant()
  addedAt!: Date;

  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}

/** Challenges that were answered. Those that were not are known by their seal alone. */
@Entity('spent_passkey_challenge')
export class SpentPasskeyChallengeEntity {
  @BytesKey()
  digest!: Buffer;

  @Instant()
  expiresAt!: Date;
}
