import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, Id, InvoiceLineId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Cents, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { TAXES, type Tax } from '../billing-words.ts';
import { LEDGER_ACCOUNTS, type LedgerAccount } from './ledger-words.ts';

const CREDIT = `account = 'PAYER_CREDIT'`;

/**
 * Cents on one account: above zero a debit, below it a credit. Written with their journal, and never changed, but for
 * whose credit it is when two records become one.
 */
@Entity('ledger_entry')
@OneOf('ledger_entry', 'account', Object.values(LEDGER_ACCOUNTS))
@OneOf('ledger_entry', 'tax', Object.values(TAXES))
@Check('ledger_entry_cents_check', 'cents <> 0')
@Check('ledger_entry_names_its_body', `(account in ('OWED', 'TAX', 'CLAIMED')) = (body_id is not null)`)
@Check('ledger_entry_names_its_tax', `(account = 'TAX') = (tax is not null)`)
@Index('ledger_entry_book_id_posted_on_idx', ['bookId', 'postedOn', 'journalId', 'id'])
@Index('ledger_entry_body_idx', ['bookId', 'bodyId', 'postedOn', 'journalId', 'id'], {
  where: 'body_id is not null',
})
@Index('ledger_entry_credit_person_idx', ['bookId', 'payerPersonId'], {
  where: `${CREDIT} and payer_person_id is not null`,
})
@Index('ledger_entry_credit_organization_idx', ['bookId', 'payerOrganizationId'], {
  where: `${CREDIT} and payer_organization_id is not null`,
})
@Index('ledger_entry_credit_association_idx', ['bookId', 'payerAssociationId'], {
  where: `${CREDIT} and payer_association_id is not null`,
})
export class LedgerEntryEntity {
  @Key()
  id!: Id<'LedgerEntry'>;

  @Index()
  @ForeignKey('journal')
  @Reference()
  journalId!: Id<'Journal'>;

  @ForeignKey('association')
  @Reference()
  bookId!: AssociationId;

  @Text()
  account!: LedgerAccount;

  /** To whom it is owed, or from whom it is claimed. */
  @ForeignKey('association')
  @Reference({ nullable: true })
  bodyId!: AssociationId | null;

  @Text({ nullable: true })
  tax!: Tax | null;

  /** The line of an invoice that received it, or gave it back. */
  @Index()
  @ForeignKey('invoice_line')
  @Reference({ nullable: true })
  lineId!: InvoiceLineId | null;

  @ForeignKey('person')
  @Reference({ nullable: true })
  payerPersonId!: PersonId | null;

  @ForeignKey('organization')
  @Reference({ nullable: true })
  payerOrganizationId!: OrganizationId | null;

  @ForeignKey('association')
  @Reference({ nullable: true })
  payerAssociationId!: AssociationId | null;

  @Cents()
  cents!: bigint;

  /** As of its journal. */
  @CalendarDay()
  postedOn!: LocalDate;
}
