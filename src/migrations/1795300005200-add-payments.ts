import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was received, promised, returned and refunded, and what gateways and banks told. */
export class AddPayments1795300005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association
        add column approval_above_cents bigint
          constraint association_approval_above_cents_check check (approval_above_cents >= 0),
        add column intent_days integer not null default 30
          constraint association_intent_days_check check (intent_days > 0),
        add column nsf_fee_cents bigint constraint association_nsf_fee_cents_check check (nsf_fee_cents > 0);
      alter table association alter column intent_days drop default;

      create table payment (
        id uuid primary key,
        receiver_id uuid not null references association (id),
        method text not null constraint payment_method_check check (method in ('CARD', 'CHEQUE', 'TRANSFER', 'CASH')),
        cents bigint not null constraint payment_cents_check check (cents > 0),
        received_at timestamptz not null,
        received_on date not null,
        payer_person_id uuid references person (id),
        payer_organization_id uuid references organization (id),
        payer_association_id uuid references association (id),
        payer_name text,
        reference text,
        gateway text,
        gateway_reference text,
        bank_transaction text,
        recorded_by uuid references account (id),
        constraint payment_one_payer
          check (num_nonnulls(payer_person_id, payer_organization_id, payer_association_id) <= 1),
        constraint payment_gateway check ((method = 'CARD') = (gateway is not null)),
        unique (gateway, gateway_reference),
        unique (receiver_id, bank_transaction)
      );
      create index payment_receiver_id_received_at_idx on payment (receiver_id, received_at, id);
      create index payment_payer_person_id_idx on payment (payer_person_id);
      create index payment_payer_organization_id_idx on payment (payer_organization_id);
      create trigger payer_person_id_is_not_merged after insert on payment
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('person', 'payer_person_id');
      create trigger payer_organization_id_is_not_merged after insert on payment
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('organization', 'payer_organization_id');

      create table credit_use (
        id uuid primary key,
        invoice_id uuid not null references invoice (id),
        cents bigint not null constraint credit_use_cents_check check (cents > 0),
        used_at timestamptz not null,
        used_by uuid references account (id)
      );
      create index credit_use_invoice_id_idx on credit_use (invoice_id, used_at, id);

      -- Transactions of a bank that were read from its files, each by the bank's own id and by what it says.
      create table bank_transaction (
        receiver_id uuid not null references association (id),
        key text not null,
        read_at timestamptz not null,
        primary key (receiver_id, key)
      );
      alter table upload drop constraint upload_purpose_check;
      alter table upload add constraint upload_purpose_check
        check (purpose in ('IMPORT', 'DOCUMENT', 'EXPORT', 'BANK_FILE'));

      create table payment_return (
        payment_id uuid primary key references payment (id),
        kind text not null constraint payment_return_kind_check check (kind in ('NSF', 'DISPUTE_LOST', 'RECALLED')),
        returned_at timestamptz not null,
        returned_on date not null,
        fee_invoice_id uuid references invoice (id),
        recorded_by uuid references account (id)
      );

      -- One that is paid at a gateway counts, whatever we thought of it meanwhile.
      create table card_payment (
        id uuid primary key,
        invoice_id uuid not null references invoice (id),
        gateway text not null,
        gateway_reference text,
        cents bigint not null constraint card_payment_cents_check check (cents > 0),
        return_url text not null,
        locale text not null constraint card_payment_locale_check check (locale in ('fr-CA', 'en-CA')),
        started_at timestamptz not null,
        started_by uuid references account (id),
        processing_at timestamptz,
        decline_reason text,
        dispute text constraint card_payment_dispute_check check (dispute in ('OPEN', 'WON', 'LOST')),
        version integer not null,
        ended_at timestamptz,
        outcome text constraint card_payment_outcome_check
          check (outcome in ('SUCCEEDED', 'DECLINED', 'CANCELLED', 'PARKED')),
        payment_id uuid references payment (id),
        constraint card_payment_ended check ((ended_at is null) = (outcome is null)),
        unique (gateway, gateway_reference)
      );
      create index card_payment_invoice_id_idx on card_payment (invoice_id, started_at, id);
      create unique index card_payment_standing_idx on card_payment (invoice_id) where ended_at is null;

      create table gateway_event (
        gateway text not null,
        event_id text not null,
        kind text not null,
        reference text,
        received_at timestamptz not null,
        handled_at timestamptz,
        primary key (gateway, event_id)
      );

      create table parked_receipt (
        id uuid primary key,
        receiver_id uuid not null references association (id),
        gateway text,
        gateway_reference text,
        cents bigint not null constraint parked_receipt_cents_check check (cents > 0),
        currency text not null,
        why text not null constraint parked_receipt_why_check
          check (why in ('AMOUNT_DIFFERS', 'CURRENCY_DIFFERS', 'NOTHING_OWED', 'UNKNOWN_REFERENCE')),
        invoice_id uuid references invoice (id),
        payer_name text,
        reference text,
        bank_transaction text,
        parked_at timestamptz not null,
        settled_at timestamptz,
        settled_by uuid references account (id),
        settled_how text constraint parked_receipt_settled_how_check
          check (settled_how in ('ALLOCATED', 'CREDITED', 'SENT_BACK', 'RETURNED')),
        payment_id uuid references payment (id),
        refund_reference text,
        constraint parked_receipt_settled check ((settled_at is null) = (settled_how is null)),
        unique (gateway, gateway_reference),
        unique (receiver_id, bank_transaction)
      );
      create index parked_receipt_open_idx on parked_receipt (receiver_id, parked_at, id) where settled_at is null;

      -- What the gateway of a test realm remembers. A live realm has no such gateway, and nothing here.
      create table sandbox_payment (
        reference text primary key,
        idempotency_key text not null unique,
        order_reference text not null,
        receiver text not null,
        cents bigint not null,
        description text not null,
        locale text not null constraint sandbox_payment_locale_check check (locale in ('fr-CA', 'en-CA')),
        return_url text not null,
        started_at timestamptz not null
      );

      create table sandbox_event (
        id text primary key,
        payment_reference text not null references sandbox_payment (reference),
        idempotency_key text unique,
        kind text not null constraint sandbox_event_kind_check check (kind in ('PROCESSING', 'DECLINED', 'SUCCEEDED',
          'CANCELLED', 'DISPUTE_OPENED', 'DISPUTE_WON', 'DISPUTE_LOST', 'REFUNDED')),
        happens_at timestamptz not null,
        position integer not null,
        cents bigint,
        currency text,
        decline_reason text
      );
      create index sandbox_event_payment_reference_idx on sandbox_event (payment_reference, happens_at, position);

      create table intent_to_pay (
        id uuid primary key,
        invoice_id uuid not null references invoice (id),
        issuer_id uuid not null references association (id),
        method text not null constraint intent_to_pay_method_check check (method in ('CHEQUE', 'TRANSFER')),
        expected_on date not null,
        stated_at timestamptz not null,
        stated_by uuid references account (id),
        deadline_at timestamptz not null,
        ended_at timestamptz,
        ended_why text constraint intent_to_pay_ended_why_check
          check (ended_why in ('PAID', 'WITHDRAWN', 'EXPIRED', 'CREDITED')),
        constraint intent_to_pay_ended check ((ended_at is null) = (ended_why is null))
      );
      create index intent_to_pay_invoice_id_idx on intent_to_pay (invoice_id, stated_at, id);
      create unique index intent_to_pay_standing_idx on intent_to_pay (invoice_id) where ended_at is null;
      create index intent_to_pay_overdue_idx on intent_to_pay (issuer_id, deadline_at, id)
        where ended_at is null or ended_why = 'EXPIRED';

      -- What a line brought about, at most once at a time.
      create table line_effect (
        id uuid primary key,
        line_id uuid not null references invoice_line (id),
        cause text not null constraint line_effect_cause_check check (cause in ('PAYMENT', 'INTENT', 'INVOICE')),
        applied_at timestamptz not null,
        term_id uuid references term (id),
        undone_at timestamptz,
        undone_why text constraint line_effect_undone_why_check
          check (undone_why in ('INTENT_EXPIRED', 'INTENT_WITHDRAWN', 'PAYMENT_RETURNED', 'REFUNDED', 'CREDITED'))
      );
      create index line_effect_line_id_idx on line_effect (line_id);
      create unique index line_effect_standing_idx on line_effect (line_id) where undone_at is null;

      create table refund (
        id uuid primary key,
        book_id uuid not null references association (id),
        payment_id uuid not null references payment (id),
        invoice_id uuid references invoice (id),
        cents bigint not null constraint refund_cents_check check (cents > 0),
        way text not null constraint refund_way_check check (way in ('SOURCE', 'CREDIT', 'CHEQUE', 'TRANSFER')),
        reason text not null,
        keeps_effects boolean not null,
        prepared_at timestamptz not null,
        prepared_by uuid not null references account (id),
        approved_at timestamptz,
        approved_by uuid references account (id),
        withdrawn_at timestamptz,
        sent_at timestamptz,
        done_at timestamptz,
        failed_at timestamptz,
        gateway_reference text,
        constraint refund_two_people check (approved_by <> prepared_by)
      );
      create index refund_payment_id_idx on refund (payment_id);
      create index refund_book_id_prepared_at_idx on refund (book_id, prepared_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sandbox_event, sandbox_payment, refund, line_effect, intent_to_pay, parked_receipt, gateway_event, card_payment, payment_return,
        credit_use, payment;
      drop table bank_transaction;
      delete from upload where purpose = 'BANK_FILE';
      alter table upload drop constraint upload_purpose_check;
      alter table upload add constraint upload_purpose_check check (purpose in ('IMPORT', 'DOCUMENT', 'EXPORT'));
      alter table association drop approval_above_cents, drop intent_days, drop nsf_fee_cents;
    `);
  }
}
