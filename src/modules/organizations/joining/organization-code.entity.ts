import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId } from '../../../kernel/id.ts';
import { Bytes, Count, Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';

export const CODE_ENDS = ['REPLACED', 'TURNED_OFF'] as const;
export type CodeEnd = (typeof CODE_ENDS)[number];

/** What an organization gives its people so that they join by themselves. At most one stands. */
@Entity('organization_code')
@OneOf('organization_code', 'ended_why', CODE_ENDS)
@Index('organization_code_digest_idx', ['digest'], { unique: true })
@Index('organization_code_standing_idx', ['organizationId'], { unique: true, where: 'ended_at is null' })
export class OrganizationCodeEntity {
  @Key()
  id!: string;

  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  /** The code itself was shown once and is kept nowhere. */
  @Bytes()
  digest!: Buffer;

  @Instant()
  createdAt!: Date;

  @Instant()
  expiresAt!: Date;

  /** How many have joined by it. */
  @Count()
  uses!: number;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: CodeEnd | null;
}
