import { Entity, ForeignKey } from 'typeorm';
import type { AssociationId } from '../../../../kernel/id.ts';
import { Instant, Key, TextKey } from '../../../../platform/database/columns.ts';

/** A transaction of a bank that was read once, by one of its keys. */
@Entity('bank_transaction')
export class BankTransactionEntity {
  @ForeignKey('association')
  @Key()
  receiverId!: AssociationId;

  @TextKey()
  key!: string;

  @Instant()
  readAt!: Date;
}
