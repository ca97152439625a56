import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AssociationId } from '../../kernel/id.ts';

/** How many memberships an association has: counting rows takes a thousand times longer than reading one. */
@Entity('membership_count')
export class MembershipCountEntity {
  @ForeignKey('association')
  @PrimaryColumn('uuid')
  associationId!: AssociationId;

  @Column('bigint')
  members!: string;
}
