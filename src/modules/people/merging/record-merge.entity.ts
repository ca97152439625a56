import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, RecordMergeId } from '../../../kernel/id.ts';
import {
  Count,
  Instant,
  Json,
  Key,
  OneOf,
  Reference,
  Text,
  Texts,
} from '../../../platform/database/columns.ts';
import type { MergedKind } from './merging.enums.ts';
import type { Told } from './merging.ports.ts';
import type { Trail } from './trail.ts';

export const ONE_PREPARED = 'record_merge_one_prepared_idx';

/** Two records that became one, or are to: who did it and why, and all that it changed. */
@Entity('record_merge')
@OneOf('record_merge', 'kind', ['PERSON', 'ORGANIZATION'])
@Index('record_merge_association_id_prepared_at_idx', ['associationId', 'preparedAt', 'id'])
// Of an expression, which the decorator cannot say.
@Index(ONE_PREPARED, { synchronize: false })
export class RecordMergeEntity {
  @Key()
  id!: RecordMergeId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  kind!: `${MergedKind}`;

  @Index()
  @Reference()
  keptId!: string;

  @Index()
  @Reference()
  otherId!: string;

  /** As they were when the merge was asked for. */
  @Json()
  names!: Told['names'];

  /** The parts that the kept record has from the other. */
  @Texts()
  taken!: string[];

  @Text()
  reason!: string;

  /** How many the other record carried when the merge was asked for. */
  @Count()
  records!: number;

  @Instant()
  preparedAt!: Date;

  @ForeignKey('account')
  @Reference()
  preparedBy!: AccountId;

  @Instant({ nullable: true })
  withdrawnAt!: Date | null;

  @Instant({ nullable: true })
  doneAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  doneBy!: AccountId | null;

  @Json({ nullable: true })
  trail!: Trail | null;

  @Instant({ nullable: true })
  undoneAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  undoneBy!: AccountId | null;

  @Text({ nullable: true })
  undoneWhy!: string | null;
}
