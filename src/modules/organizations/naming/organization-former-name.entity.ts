import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId, UploadId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Flag,
  Instant,
  Key,
  Reference,
  SortKey,
  Text,
} from '../../../platform/database/columns.ts';

/** A legal name that an organization had until it got the next one. What it has now stands in its own row. */
@Entity('organization_former_name')
@Index('organization_former_name_organization_id_idx', ['organizationId', 'untilOn'])
// Of an expression, which the decorator cannot say.
@Index('organization_former_name_words_idx', { synchronize: false })
export class OrganizationFormerNameEntity {
  @Key()
  id!: string;

  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  @Text()
  legalName!: string;

  @Text({ nullable: true })
  legalNameEn!: string | null;

  /** Of both, by which the organization is still found. */
  @SortKey()
  searchKey!: string;

  /** The first day of the next one. */
  @CalendarDay()
  untilOn!: LocalDate;

  /** What shows that it changed, in the words of whoever recorded it; null where a file or a merge did. */
  @Text({ nullable: true })
  document!: string | null;

  /** The document itself. */
  @Reference({ nullable: true })
  uploadId!: UploadId | null;

  @Instant()
  recordedAt!: Date;

  /** Of a record that was merged into this one: it finds the organization, which never had it itself. */
  @Flag()
  ofMerged!: boolean;
}
