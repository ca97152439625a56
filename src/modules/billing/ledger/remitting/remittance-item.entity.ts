import { Entity, ForeignKey, Index } from 'typeorm';
import type { Id, RemittanceBatchId } from '../../../../kernel/id.ts';
import { Instant, Key } from '../../../../platform/database/columns.ts';

/** An entry that stands in a batch, in one at most at a time: nothing is remitted twice. */
@Entity('remittance_item')
@Index('remittance_item_batch_id_occurred_at_idx', ['batchId', 'occurredAt', 'entryId'])
@Index('remittance_item_standing_idx', ['entryId'], { unique: true, where: 'released_at is null' })
export class RemittanceItemEntity {
  @ForeignKey('remittance_batch')
  @Key()
  batchId!: RemittanceBatchId;

  @ForeignKey('ledger_entry')
  @Key()
  entryId!: Id<'LedgerEntry'>;

  /** As of its journal: the order in which a batch is read. */
  @Instant()
  occurredAt!: Date;

  /** When its batch was reversed. */
  @Instant({ nullable: true })
  releasedAt!: Date | null;
}
