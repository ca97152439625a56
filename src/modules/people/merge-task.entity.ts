import { Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, MergeTaskId, PersonId } from '../../kernel/id.ts';
import { Instant, Key, Reference } from '../../platform/database/columns.ts';

/** Two records that seem to be one person: staff decides. */
@Entity('merge_task')
@Index('merge_task_association_id_idx', ['associationId'], { where: 'closed_at is null' })
export class MergeTaskEntity {
  @Key()
  id!: MergeTaskId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** The record that the account belongs to. */
  @Index()
  @ForeignKey('person')
  @Reference()
  keptPersonId!: PersonId;

  @Index()
  @ForeignKey('person')
  @Reference()
  otherPersonId!: PersonId;

  @Instant()
  openedAt!: Date;

  @Instant({ nullable: true })
  closedAt!: Date | null;
}
