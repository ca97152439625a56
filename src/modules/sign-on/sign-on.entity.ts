import { Entity, ForeignKey, Index } from 'typeorm';
import type { SessionId } from '../../kernel/id.ts';
import { Bytes, BytesKey, Instant, Key, Reference, Text, TextKey } from '../../platform/database/columns.ts';

/** What the provider keeps from one request to the next: codes, sign-ins under way, who is signed in in a browser. */
@Entity('sign_on_state')
export class SignOnStateEntity {
  /** The provider's name of it, e.g. `AuthorizationCode`. */
  @TextKey()
  kind!: string;

  @BytesKey()
  idDigest!: Buffer;

  /** Of a browser's sign-in, which changes its id but not its uid. */
  @Index({ where: 'uid_digest is not null' })
  @Bytes({ nullable: true })
  uidDigest!: Buffer | null;

  /** Of a browser's sign-in the session that it lives and dies with; of a code the session that it was traded for. */
  @Index({ where: 'session_id is not null' })
  @ForeignKey('session')
  @Reference({ nullable: true })
  sessionId!: SessionId | null;

  /** Codes and ids of browsers stand in it. */
  @Bytes()
  sealedPayload!: Buffer;

  @Index()
  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  consumedAt!: Date | null;
}

/** A session that was opened through the provider, and the one in which the password was given for it. */
@Entity('sign_on_session')
export class SignOnSessionEntity {
  @ForeignKey('session')
  @Key()
  sessionId!: SessionId;

  @Index()
  @ForeignKey('session')
  @Reference()
  loginId!: SessionId;

  /** What the site asked to be told about the person; null until it has come for its tokens. */
  @Text({ nullable: true })
  scope!: string | null;

  @Instant({ nullable: true })
  enteredAt!: Date | null;

  /** When the site was told that the session has ended. */
  @Instant({ nullable: true })
  toldAt!: Date | null;
}
