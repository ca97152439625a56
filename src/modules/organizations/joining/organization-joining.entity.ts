import { Entity, ForeignKey } from 'typeorm';
import type { OrganizationId } from '../../../kernel/id.ts';
import { Flag, Instant, Key } from '../../../platform/database/columns.ts';

/** Which ways an organization has turned on; without a row none is. */
@Entity('organization_joining')
export class OrganizationJoiningEntity {
  @ForeignKey('organization')
  @Key()
  organizationId!: OrganizationId;

  /** It is listed, by its public name, to whoever is signed in at its tree's sites. */
  @Flag()
  acceptsRequests!: boolean;

  /** Whoever has a verified address at one of its domains becomes a delegate by themselves. */
  @Flag()
  acceptsDomains!: boolean;

  @Instant()
  changedAt!: Date;
}
