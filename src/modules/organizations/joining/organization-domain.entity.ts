import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId } from '../../../kernel/id.ts';
import { Instant, Key, Reference, Text } from '../../../platform/database/columns.ts';

export const ONE_LIVE_DOMAIN = 'organization_domain_live_idx';

/** An e-mail domain that staff found to be the organization's own. Two organizations may share one. */
@Entity('organization_domain')
@Index(ONE_LIVE_DOMAIN, ['organizationId', 'domain'], { unique: true, where: 'ended_at is null' })
@Index('organization_domain_domain_idx', ['domain'], { where: 'ended_at is null' })
export class OrganizationDomainEntity {
  @Key()
  id!: string;

  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  /** As `readEmailDomain` writes it. */
  @Text()
  domain!: string;

  /** What staff have on file for it. */
  @Text()
  document!: string;

  @Instant()
  verifiedAt!: Date;

  @Instant({ nullable: true })
  endedAt!: Date | null;
}
