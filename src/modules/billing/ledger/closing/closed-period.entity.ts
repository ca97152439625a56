import { Entity, ForeignKey } from 'typeorm';
import type { AccountId, AssociationId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, Reference } from '../../../../platform/database/columns.ts';

/** Up to which day a book is closed: nothing is posted on that day or before it, and it is never opened again. */
@Entity('closed_period')
export class ClosedPeriodEntity {
  @ForeignKey('association')
  @Key()
  bookId!: AssociationId;

  @CalendarDay()
  throughOn!: LocalDate;

  @Instant()
  closedAt!: Date;

  @ForeignKey('account')
  @Reference()
  closedBy!: AccountId;
}
