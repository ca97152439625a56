import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { OrganizationId, SectionId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Key, Reference } from '../../platform/database/columns.ts';

/** An organization in a section of its association, `[from, to)`. A stay that has begun stays on record. */
@Entity('organization_section')
@Check('organization_section_period', 'from_on < to_on')
@Exclusion(
  'organization_section_once',
  'using gist (organization_id with =, section_id with =, daterange(from_on, to_on) with &&)',
)
@Index('organization_section_section_id_idx', ['sectionId', 'organizationId'])
export class OrganizationSectionEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  @ForeignKey('section')
  @Reference()
  sectionId!: SectionId;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
