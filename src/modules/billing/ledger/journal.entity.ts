import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { JOURNAL_KINDS, type JournalKind } from './ledger-words.ts';

/** One thing that happened to the money of a book. Its entries add up to nothing; a trigger of the database sees to it. */
@Entity('journal')
@OneOf('journal', 'kind', Object.values(JOURNAL_KINDS))
@Check('journal_posted_in_order', 'occurred_on <= posted_on')
export class JournalEntity {
  @Key()
  id!: Id<'Journal'>;

  /** Whose book: the body that received the money. */
  @ForeignKey('association')
  @Reference()
  bookId!: AssociationId;

  @Text()
  kind!: JournalKind;

  /** The payment, return, refund, credit note or batch that it records. */
  @Index()
  @Reference()
  causeId!: string;

  @Instant()
  occurredAt!: Date;

  @CalendarDay()
  occurredOn!: LocalDate;

  /** The day on which it stands in the book: the first open one where its own was closed by then. */
  @CalendarDay()
  postedOn!: LocalDate;
}
