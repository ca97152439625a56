import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId, PersonId, PrincipalHandoverId } from '../../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text, Texts } from '../../../platform/database/columns.ts';
import type { DelegateRole } from '../delegate-role.ts';

/** How an offer came to its end; `OVERTAKEN` when its giver or its taker was no longer what they were. */
export const HANDOVER_ENDS = ['DONE', 'DECLINED', 'WITHDRAWN', 'REFUSED', 'EXPIRED', 'OVERTAKEN'] as const;
export type HandoverEnd = (typeof HANDOVER_ENDS)[number];

export const ONE_OPEN = 'principal_handover_open_idx';

/** The principal's offer that another delegate take their place. At most one is open for an organization. */
@Entity('principal_handover')
@OneOf('principal_handover', 'ended_why', HANDOVER_ENDS)
@Index(ONE_OPEN, ['organizationId'], { unique: true, where: 'ended_at is null' })
export class PrincipalHandoverEntity {
  @Key()
  id!: PrincipalHandoverId;

  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  @ForeignKey('person')
  @Reference()
  fromPersonId!: PersonId;

  @Index()
  @ForeignKey('person')
  @Reference()
  toPersonId!: PersonId;

  /** What the leaving principal stays for the organization. */
  @Texts()
  remainingRoles!: DelegateRole[];

  @Instant()
  offeredAt!: Date;

  /** By the one who is to take over; where the association approves, it waits for that from then on. */
  @Instant({ nullable: true })
  acceptedAt!: Date | null;

  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: HandoverEnd | null;
}
