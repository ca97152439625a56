import { Entity, ForeignKey } from 'typeorm';
import type { AccountId } from '../../../kernel/id.ts';
import { Instant, Key, Text } from '../../../platform/database/columns.ts';

/** Whom the operator trusts with what concerns every federation of the realm, such as where passwords are typed. */
@Entity('realm_administrator')
export class RealmAdministratorEntity {
  @ForeignKey('account')
  @Key()
  accountId!: AccountId;

  @Instant()
  fromAt!: Date;

  @Instant({ nullable: true })
  toAt!: Date | null;

  /** The operator's name on the machine where the command was given. */
  @Text()
  byWhom!: string;
}
