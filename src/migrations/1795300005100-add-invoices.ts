import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invoices and credit notes as they were sent, with the bodies whose money each line is. What was paid and credited is
 * counted on the rows, so that the database itself lets nobody pay or credit more than there is.
 */
export class AddInvoices1795300005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letterhead (
        id uuid primary key,
        association_id uuid not null references association (id),
        facts jsonb not null
      );

      create table number_series (
        issuer_id uuid not null references association (id),
        kind text not null constraint number_series_kind_check check (kind in ('INVOICE', 'CREDIT_NOTE')),
        fiscal_year integer not null,
        last_number integer not null,
        primary key (issuer_id, kind, fiscal_year)
      );

      create table invoice (
        id uuid primary key,
        issuer_id uuid not null references association (id),
        fiscal_year integer not null,
        number integer not null constraint invoice_number_check check (number > 0),
        kind text not null constraint invoice_kind_check check (kind in ('DUES', 'EVENT', 'OTHER')),
        issued_at timestamptz not null,
        issued_on date not null,
        due_on date not null,
        locale text not null constraint invoice_locale_check check (locale in ('fr-CA', 'en-CA')),
        letterhead_id uuid not null references letterhead (id),
        layout integer not null,
        payer_person_id uuid references person (id),
        payer_organization_id uuid references organization (id),
        payer_association_id uuid references association (id),
        membership_id uuid references membership (id),
        member_name text,
        member_number text,
        place_of_supply text,
        net_cents bigint not null,
        tax_cents bigint not null,
        total_cents bigint not null,
        paid_cents bigint not null,
        credited_cents bigint not null,
        unique (issuer_id, fiscal_year, number),
        constraint invoice_one_payer
          check (num_nonnulls(payer_person_id, payer_organization_id, payer_association_id) = 1),
        constraint invoice_total check (net_cents >= 0 and tax_cents >= 0 and total_cents = net_cents + tax_cents),
        constraint invoice_never_overpaid
          check (paid_cents >= 0 and credited_cents >= 0 and paid_cents + credited_cents <= total_cents)
      );
      create index invoice_issuer_id_issued_at_idx on invoice (issuer_id, issued_at, id);
      create index invoice_open_idx on invoice (issuer_id, issued_at, id) where paid_cents + credited_cents < total_cents;
      create index invoice_payer_person_id_idx on invoice (payer_person_id, issued_at, id);
      create index invoice_payer_organization_id_idx on invoice (payer_organization_id, issued_at, id);
      create index invoice_payer_association_id_idx on invoice (payer_association_id, issued_at, id);
      create index invoice_membership_id_idx on invoice (membership_id, issued_at, id);
      create trigger payer_person_id_is_not_merged after insert on invoice
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('person', 'payer_person_id');
      create trigger payer_organization_id_is_not_merged after insert on invoice
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('organization', 'payer_organization_id');
      create trigger membership_id_is_not_merged after insert on invoice
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('membership', 'membership_id');

      create table invoice_line (
        id uuid primary key,
        invoice_id uuid not null references invoice (id),
        position integer not null,
        supplier_id uuid not null references association (id),
        letterhead_id uuid not null references letterhead (id),
        fee_item_id uuid references fee_item (id),
        kind text not null constraint invoice_line_kind_check
          check (kind in ('DUES', 'INSURANCE', 'EVENT', 'FEE', 'DONATION', 'CONTRIBUTION', 'OTHER')),
        description_fr text not null,
        description_en text not null,
        quantity integer not null constraint invoice_line_quantity_check check (quantity > 0),
        unit_cents bigint not null constraint invoice_line_unit_cents_check check (unit_cents >= 0),
        net_cents bigint not null,
        tax_cents bigint not null,
        membership_id uuid references membership (id),
        period_from date,
        period_to date,
        effect text not null constraint invoice_line_effect_check
          check (effect in ('NONE', 'EXTEND_TERM', 'BIND_COVER', 'REGISTER', 'REINSTATE')),
        settlement text not null constraint invoice_line_settlement_check
          check (settlement in ('ON_PAYMENT', 'ON_INTENT', 'ON_INVOICE')),
        explanation jsonb not null,
        paid_cents bigint not null,
        credited_cents bigint not null,
        released_at timestamptz,
        unique (invoice_id, position),
        constraint invoice_line_period check (period_from < period_to),
        constraint invoice_line_net check (net_cents = quantity * unit_cents and tax_cents >= 0),
        constraint invoice_line_extends_a_period check (effect <> 'EXTEND_TERM'
          or (membership_id is not null and period_from is not null and period_to is not null)),
        constraint invoice_line_never_overpaid
          check (paid_cents >= 0 and credited_cents >= 0 and paid_cents + credited_cents <= net_cents + tax_cents),
        -- Of one membership no two live lines claim a day: whichever path made them.
        constraint invoice_line_one_live exclude using gist
          (membership_id with =, effect with =, daterange(period_from, period_to) with &&)
          where (released_at is null and effect in ('EXTEND_TERM', 'BIND_COVER'))
      );
      create index invoice_line_membership_id_idx on invoice_line (membership_id);
      create trigger membership_id_is_not_merged after insert on invoice_line
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('membership', 'membership_id');

      create table invoice_line_tax (
        line_id uuid not null references invoice_line (id),
        tax text not null constraint invoice_line_tax_tax_check
          check (tax in ('GST', 'HST', 'QST', 'PREMIUM_TAX')),
        per_100000 integer not null,
        cents bigint not null constraint invoice_line_tax_cents_check check (cents >= 0),
        registration_number text,
        primary key (line_id, tax)
      );

      create table bill_to (
        invoice_id uuid not null references invoice (id),
        version integer not null,
        name text not null,
        attention text,
        street text,
        street2 text,
        city text,
        province text,
        postal_code text,
        country text,
        recorded_at timestamptz not null,
        recorded_by uuid references account (id),
        primary key (invoice_id, version)
      );

      create table credit_note (
        id uuid primary key,
        issuer_id uuid not null references association (id),
        fiscal_year integer not null,
        number integer not null constraint credit_note_number_check check (number > 0),
        invoice_id uuid not null references invoice (id),
        issued_at timestamptz not null,
        issued_on date not null,
        letterhead_id uuid not null references letterhead (id),
        layout integer not null,
        bill_to_version integer not null,
        reason text not null,
        recorded_by uuid references account (id),
        net_cents bigint not null,
        tax_cents bigint not null,
        unique (issuer_id, fiscal_year, number)
      );
      create index credit_note_invoice_id_idx on credit_note (invoice_id);

      create table credit_note_line (
        credit_note_id uuid not null references credit_note (id),
        line_id uuid not null references invoice_line (id),
        net_cents bigint not null,
        primary key (credit_note_id, line_id)
      );
      create index credit_note_line_line_id_idx on credit_note_line (line_id);

      create table credit_note_line_tax (
        credit_note_id uuid not null,
        line_id uuid not null,
        tax text not null constraint credit_note_line_tax_tax_check
          check (tax in ('GST', 'HST', 'QST', 'PREMIUM_TAX')),
        cents bigint not null,
        primary key (credit_note_id, line_id, tax),
        foreign key (credit_note_id, line_id) references credit_note_line (credit_note_id, line_id)
      );

      create table pay_link (
        id uuid primary key,
        invoice_id uuid not null references invoice (id),
        digest bytea not null unique,
        created_at timestamptz not null,
        created_by uuid references account (id),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index pay_link_invoice_id_idx on pay_link (invoice_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table pay_link, credit_note_line_tax, credit_note_line, credit_note, bill_to, invoice_line_tax, invoice_line,
        invoice, number_series, letterhead;
    `);
  }
}
