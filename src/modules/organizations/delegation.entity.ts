import { Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { DelegationId, OrganizationId, PersonId } from '../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { DELEGATE_ROLES, type DelegateRole } from './delegate-role.ts';

export const ONE_PRINCIPAL = 'delegation_one_principal';
export const ONCE = 'delegation_once';

/** A person in a role for an organization, `[from, to)`. History is rows, never edits. */
@Entity('delegation')
@OneOf('delegation', 'role', DELEGATE_ROLES)
@Exclusion(
  ONE_PRINCIPAL,
  `using gist (organization_id with =, tstzrange(from_at, to_at) with &&) where (role = 'PRINCIPAL')`,
)
@Exclusion(
  ONCE,
  'using gist (organization_id with =, (person_id::text) with =, role with =, tstzrange(from_at, to_at) with &&)',
)
@Index('delegation_suspended_idx', ['organizationId'], { where: 'suspended_at is not null' })
export class DelegationEntity {
  @Key()
  id!: DelegationId;

  @Index()
  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  @Index()
  @ForeignKey('person')
  @Reference()
  personId!: PersonId;

  @Text()
  role!: DelegateRole;

  @Instant()
  fromAt!: Date;

  @Instant({ nullable: true })
  toAt!: Date | null;

  /** Still of record, but without rights. */
  @Instant({ nullable: true })
  suspendedAt!: Date | null;
}
