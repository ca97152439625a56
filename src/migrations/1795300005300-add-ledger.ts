import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who owes what to whom, in double entry: one book per body that receives money. A debit is above zero, and every
 * journal adds up to nothing. Entries are never changed, but for whose credit they are when two records become one.
 */
export class AddLedger1795300005300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journal (
        id uuid primary key,
        book_id uuid not null references association (id),
        kind text not null constraint journal_kind_check check (kind in (
          'PAYMENT', 'CREDIT_USED', 'PAYMENT_RETURNED', 'REFUND', 'REFUND_FAILED', 'CREDIT_NOTE', 'REMITTANCE',
          'REMITTANCE_REVERSED', 'CLAIM', 'CLAIM_PAID')),
        cause_id uuid not null,
        occurred_at timestamptz not null,
        occurred_on date not null,
        -- Where it stands in the book: later than it happened where that day's period was closed by then.
        posted_on date not null,
        constraint journal_posted_in_order check (occurred_on <= posted_on)
      );
      create index journal_cause_id_idx on journal (cause_id);

      create table ledger_entry (
        id uuid primary key,
        journal_id uuid not null references journal (id),
        book_id uuid not null references association (id),
        account text not null constraint ledger_entry_account_check
          check (account in ('CASH', 'PAYER_CREDIT', 'OWED', 'TAX', 'CLAIMED')),
        body_id uuid references association (id),
        tax text constraint ledger_entry_tax_check check (tax in ('GST', 'HST', 'QST', 'PREMIUM_TAX')),
        line_id uuid references invoice_line (id),
        payer_person_id uuid references person (id),
        payer_organization_id uuid references organization (id),
        payer_association_id uuid references association (id),
        cents bigint not null constraint ledger_entry_cents_check check (cents <> 0),
        posted_on date not null,
        constraint ledger_entry_names_its_body check ((account in ('OWED', 'TAX', 'CLAIMED')) = (body_id is not null)),
        constraint ledger_entry_names_its_tax check ((account = 'TAX') = (tax is not null))
      );
      create index ledger_entry_journal_id_idx on ledger_entry (journal_id);
      create index ledger_entry_line_id_idx on ledger_entry (line_id);
      create index ledger_entry_book_id_posted_on_idx on ledger_entry (book_id, posted_on, journal_id, id);
      create index ledger_entry_body_idx on ledger_entry (book_id, body_id, posted_on, journal_id, id)
        where body_id is not null;
      create index ledger_entry_credit_person_idx on ledger_entry (book_id, payer_person_id)
        where account = 'PAYER_CREDIT' and payer_person_id is not null;
      create index ledger_entry_credit_organization_idx on ledger_entry (book_id, payer_organization_id)
        where account = 'PAYER_CREDIT' and payer_organization_id is not null;
      create index ledger_entry_credit_association_idx on ledger_entry (book_id, payer_association_id)
        where account = 'PAYER_CREDIT' and payer_association_id is not null;

      create trigger payer_person_id_is_not_merged after insert on ledger_entry
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('person', 'payer_person_id');
      create trigger payer_organization_id_is_not_merged after insert on ledger_entry
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('organization', 'payer_organization_id');

      -- One look per statement that writes entries: journals are written whole.
      create function journal_balances() returns trigger language plpgsql as $$
      begin
        if exists (
          select from ledger_entry e where e.journal_id in (select journal_id from written)
          group by e.journal_id having sum(e.cents) <> 0)
        then
          raise exception 'a journal does not balance'
            using errcode = 'check_violation', constraint = 'journal_balances', table = 'ledger_entry';
        end if;
        return null;
      end $$;
      create trigger journal_balances after insert on ledger_entry
        referencing new table as written for each statement execute function journal_balances();

      create table closed_period (
        book_id uuid primary key references association (id),
        through_on date not null,
        closed_at timestamptz not null,
        closed_by uuid not null references account (id)
      );
      create function journal_period_open() returns trigger language plpgsql as $$
      begin
        if exists (select from closed_period where book_id = new.book_id and through_on >= new.posted_on) then
          raise exception 'the period is closed'
            using errcode = 'check_violation', constraint = 'journal_period_open', table = 'journal';
        end if;
        return new;
      end $$;
      create trigger journal_period_open before insert on journal
        for each row execute function journal_period_open();

      create table tax_accounting_election (
        id uuid primary key,
        supplier_id uuid not null references association (id),
        issuer_id uuid not null references association (id),
        from_on date not null,
        to_on date,
        constraint tax_accounting_election_period check (from_on < to_on),
        constraint tax_accounting_election_one_at_a_time exclude using gist
          (supplier_id with =, issuer_id with =, daterange(from_on, to_on) with &&)
      );

      create table remittance_batch (
        id uuid primary key,
        book_id uuid not null references association (id),
        body_id uuid not null references association (id),
        kind text not null constraint remittance_batch_kind_check check (kind in ('REMITTANCE', 'CLAIM')),
        period_from date not null,
        period_to date not null,
        cents bigint not null constraint remittance_batch_cents_check check (cents > 0),
        prepared_at timestamptz not null,
        prepared_by uuid not null references account (id),
        approved_at timestamptz,
        approved_by uuid references account (id),
        paid_at timestamptz,
        paid_on date,
        paid_by uuid references account (id),
        payment_reference text,
        reversed_at timestamptz,
        reversed_by uuid references account (id),
        reversal_reason text,
        constraint remittance_batch_period check (period_from < period_to),
        constraint remittance_batch_apart check (book_id <> body_id),
        constraint remittance_batch_two_people check (approved_by <> prepared_by),
        constraint remittance_batch_approved_first check (paid_at is null or approved_at is not null)
      );
      create index remittance_batch_book_id_idx on remittance_batch (book_id, prepared_at, id);
      create index remittance_batch_body_id_idx on remittance_batch (body_id, prepared_at, id);

      create table remittance_item (
        batch_id uuid not null references remittance_batch (id),
        entry_id uuid not null references ledger_entry (id),
        occurred_at timestamptz not null,
        released_at timestamptz,
        primary key (batch_id, entry_id)
      );
      create index remittance_item_batch_id_occurred_at_idx on remittance_item (batch_id, occurred_at, entry_id);
      -- Nothing is remitted twice.
      create unique index remittance_item_standing_idx on remittance_item (entry_id) where released_at is null;

      alter table export_job drop constraint export_job_kind_check;
      alter table export_job add constraint export_job_kind_check
        check (kind in ('AUDIT_TRAIL', 'JOURNAL', 'REMITTANCE_STATEMENT'));
      alter table export_job add column subject_id uuid;
      alter table export_job add constraint export_job_subject
        check ((kind = 'REMITTANCE_STATEMENT') = (subject_id is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from export_job where kind <> 'AUDIT_TRAIL';
      alter table export_job drop column subject_id;
      alter table export_job drop constraint export_job_kind_check;
      alter table export_job add constraint export_job_kind_check check (kind in ('AUDIT_TRAIL'));
      drop table remittance_item, remittance_batch, tax_accounting_election, closed_period, ledger_entry, journal;
      drop function journal_period_open, journal_balances;
    `);
  }
}
