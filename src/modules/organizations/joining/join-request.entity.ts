import { Entity, ForeignKey, Index } from 'typeorm';
import type { JoinRequestId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { REQUEST_ENDS, type RequestEnd } from './join-request-state.ts';

/** Somebody asks to become a delegate. Of one person and organization at most one waits. */
@Entity('join_request')
@OneOf('join_request', 'ended_why', REQUEST_ENDS)
@Index('join_request_open_idx', ['organizationId', 'personId'], { unique: true, where: 'ended_at is null' })
@Index('join_request_organization_id_asked_at_idx', ['organizationId', 'askedAt', 'id'])
@Index('join_request_person_id_asked_at_idx', ['personId', 'askedAt', 'id'])
export class JoinRequestEntity {
  @Key()
  id!: JoinRequestId;

  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  @ForeignKey('person')
  @Reference()
  personId!: PersonId;

  @Text({ nullable: true })
  message!: string | null;

  @Instant()
  askedAt!: Date;

  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: RequestEnd | null;

  /** Whoever was written to when it came, and hears when it is withdrawn; null where nobody could be. */
  @Index()
  @ForeignKey('person')
  @Reference({ nullable: true })
  toldPersonId!: PersonId | null;

  /** What the person was told with a refusal. */
  @Text({ nullable: true })
  reason!: string | null;
}
