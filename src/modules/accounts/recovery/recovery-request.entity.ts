import { Entity, ForeignKey } from 'typeorm';
import type { AssociationId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { Bytes, Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';

export const RECOVERY_KINDS = ['PASSWORD_RESET', 'USERNAME_REMINDER'] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

/** What somebody asked for without being signed in. The row is gone once its mails are queued, or nobody gets one. */
@Entity('recovery_request')
@OneOf('recovery_request', 'kind', RECOVERY_KINDS)
export class RecoveryRequestEntity {
  @Key()
  id!: string;

  @Text()
  kind!: RecoveryKind;

  /** Of the client through which it was asked. */
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** Of the request: for the mail to an address that no account has. */
  @Text()
  locale!: Locale;

  /** `RecoveryAsked`, sealed under the id: who is looked for is nobody's business. */
  @Bytes()
  sealedClaims!: Buffer;

  @Instant()
  askedAt!: Date;
}
