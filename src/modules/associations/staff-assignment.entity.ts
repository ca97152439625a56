import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, StaffAssignmentId } from '../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { StaffReach, StaffRole } from './staff.enums.ts';

/** What an account may do for an association as its staff, from an instant to another. */
@Entity('staff_assignment')
@Index('staff_assignment_association_id_idx', ['associationId', 'fromAt', 'id'])
@OneOf('staff_assignment', 'role', Object.values(StaffRole))
@OneOf('staff_assignment', 'reach', Object.values(StaffReach))
export class StaffAssignmentEntity {
  @Key()
  id!: StaffAssignmentId;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  role!: StaffRole;

  @Text()
  reach!: StaffReach;

  @Instant()
  fromAt!: Date;

  @Instant({ nullable: true })
  toAt!: Date | null;
}
