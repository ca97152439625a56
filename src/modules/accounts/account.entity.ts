import { Check, Entity, ForeignKey } from 'typeorm';
import type { AccountId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { AccountKind } from './account.enums.ts';

/** A login of the realm. Who uses it and what it holds are other modules' rows. */
@Entity('account')
@OneOf('account', 'kind', Object.values(AccountKind))
@Check(
  'account_linked_is_closed',
  'linked_into_id is null or (disabled_at is not null and password_hash is null and linked_into_id <> id)',
)
export class AccountEntity {
  @Key()
  id!: AccountId;

  @Text()
  kind!: AccountKind;

  /** As typed: some associations tell their members that case matters. */
  @Text({ nullable: true })
  username!: string | null;

  /** Null until a password is chosen: imported accounts start without. */
  @Text({ nullable: true })
  passwordHash!: string | null;

  @Instant({ nullable: true })
  passwordChangedAt!: Date | null;

  /** The language of mails and documents. */
  @Text()
  locale!: Locale;

  @Instant()
  openedAt!: Date;

  @Instant({ nullable: true })
  disabledAt!: Date | null;

  /** The account of the same person that has everything of this one now, which nobody signs in to any more. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  linkedIntoId!: AccountId | null;
}
