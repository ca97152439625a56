import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import type { AssociationId, MembershipClassId } from '../../kernel/id.ts';
import { Count, Flag, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { HOLDER_KINDS, type HolderKind } from './membership-words.ts';

/** A kind of membership of an association, with its rules. */
@Entity('membership_class')
@Unique(['associationId', 'code'])
@OneOf('membership_class', 'held_by', Object.values(HOLDER_KINDS))
@Check('membership_class_delegate_limit_check', 'delegate_limit > 0')
export class MembershipClassEntity {
  @Key()
  id!: MembershipClassId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  code!: string;

  @Text()
  nameFr!: string;

  @Text()
  nameEn!: string;

  @Text()
  heldBy!: HolderKind;

  @Flag()
  requiresCpl!: boolean;

  @Flag()
  insuranceEligible!: boolean;

  @Flag()
  certificateEligible!: boolean;

  @Flag()
  votes!: boolean;

  /** How many days before the first unpaid day renewal opens. */
  @Count()
  renewalOpensDays!: number;

  /** How many days from the first unpaid day on a member stays one. */
  @Count()
  graceDays!: number;

  /** How many may act for an organization of this class at once; null: as many as it likes. */
  @Count({ nullable: true })
  delegateLimit!: number | null;
}
