import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId } from '../../../kernel/id.ts';
import { BytesKey, Instant, Reference } from '../../../platform/database/columns.ts';

/** A browser that signed in to an account. It proves nothing but that: guesses from it are counted apart. */
@Entity('known_browser')
@Index(['accountId', 'lastUsedAt'])
export class KnownBrowserEntity {
  /** Of the token that the browser holds. */
  @BytesKey()
  digest!: Buffer;

  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @Index()
  @Instant()
  lastUsedAt!: Date;
}
