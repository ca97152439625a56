import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, ClientId, SessionId } from '../../kernel/id.ts';
import { BytesKey, Count, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { SESSION_ENDS, type SessionEnd } from './account.enums.ts';

/** One sign-in through one client, until it ends. */
@Entity('session')
@OneOf('session', 'ended_why', SESSION_ENDS)
export class SessionEntity {
  @Key()
  id!: SessionId;

  @Index({ where: 'ended_at is null' })
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('client')
  @Reference()
  clientId!: ClientId;

  @Instant()
  startedAt!: Date;

  /** When the person last signed in by it; without a second factor, when the password was last given. */
  @Instant()
  authenticatedAt!: Date;

  /** When a second factor was given in it. */
  @Instant({ nullable: true })
  factorAt!: Date | null;

  /** Moved by refreshing only: access tokens live too short to matter. */
  @Instant()
  lastUsedAt!: Date;

  /** How long it may stay unused: as the settings said when it started. */
  @Count()
  idleSeconds!: number;

  @Instant()
  endsAt!: Date;

  @Index({ where: 'ended_at is not null' })
  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: SessionEnd | null;

  @Text({ nullable: true })
  userAgent!: string | null;

  @Text()
  networkAddress!: string;
}

/** A link in the chain of tokens that keeps a session going. Spent ones stay, so that a stolen one gives itself away. */
@Entity('refresh_token')
export class RefreshTokenEntity {
  @BytesKey()
  digest!: Buffer;

  @Index()
  @ForeignKey('session')
  @Reference()
  sessionId!: SessionId;

  @Instant()
  issuedAt!: Date;

  @Instant({ nullable: true })
  spentAt!: Date | null;
}
