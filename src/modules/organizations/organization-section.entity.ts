import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId, SectionId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Key, Reference } from '../../platform/database/columns.ts';

/** An organization in a section of its association, `[from, to)`. */
@Entity('organization_section')
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
