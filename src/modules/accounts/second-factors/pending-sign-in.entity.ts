import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, ClientId } from '../../../kernel/id.ts';
import { BytesKey, Instant, Reference } from '../../../platform/database/columns.ts';

/** Somebody gave the right password and owes a second factor. The row is gone once they are signed in. */
@Entity('pending_sign_in')
export class PendingSignInEntity {
  @BytesKey()
  digest!: Buffer;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('client')
  @Reference()
  clientId!: ClientId;

  @Instant()
  expiresAt!: Date;
}
