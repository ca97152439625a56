import { Entity, ForeignKey } from 'typeorm';
import type { AccountId, AssociationId } from '../../kernel/id.ts';
import { Instant, InstantKey, Key, OneOf, Reference, TextKey } from '../../platform/database/columns.ts';
import { HOLDING_KINDS, type HoldingKind } from './account.enums.ts';

/** That an account holds something in an association: the strictest of their rules apply to it. */
@Entity('account_holding')
@OneOf('account_holding', 'kind', HOLDING_KINDS)
export class AccountHoldingEntity {
  @ForeignKey('account')
  @Key()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @TextKey()
  kind!: HoldingKind;

  /** The membership, delegation or assignment. */
  @Key()
  subjectId!: string;

  @InstantKey()
  fromAt!: Date;

  @Instant({ nullable: true })
  toAt!: Date | null;
}
