import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members who pass from one body of a tree to another, and members who have died. */
export class AddTransfersAndDeaths1795300005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association add column transfer_acceptance text not null default 'MANUAL'
        constraint association_transfer_acceptance_check check (transfer_acceptance in ('MANUAL', 'AFTER_DAYS'));
      alter table association alter column transfer_acceptance drop default;

      create table membership_transfer (
        id uuid primary key,
        membership_id uuid not null references membership (id),
        sending_id uuid not null references association (id),
        receiving_id uuid not null references association (id),
        class_id uuid not null references membership_class (id),
        wanted_on date not null,
        asked_by text not null constraint membership_transfer_asked_by_check
          check (asked_by in ('HOLDER', 'SENDING', 'RECEIVING')),
        asked_at timestamptz not null,
        shown_cents bigint not null,
        answer_by timestamptz not null,
        expires_at timestamptz not null,
        reminded_at timestamptz,
        standing text constraint membership_transfer_standing_check check (standing in ('GOOD', 'OUTSTANDING')),
        standing_note text,
        standing_at timestamptz,
        ended_at timestamptz,
        ended_why text constraint membership_transfer_ended_why_check
          check (ended_why in ('ACCEPTED', 'ACCEPTED_BY_SILENCE', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN')),
        reason text,
        effective_on date,
        new_membership_id uuid references membership (id),
        constraint membership_transfer_between_two check (sending_id <> receiving_id),
        constraint membership_transfer_standing_dated check ((standing is null) = (standing_at is null)),
        constraint membership_transfer_end check ((ended_at is null) = (ended_why is null)),
        constraint membership_transfer_accepted check (
          (coalesce(ended_why, '') like 'ACCEPTED%') = (effective_on is not null)
          and (effective_on is null) = (new_membership_id is null))
      );
      create unique index membership_transfer_open_idx on membership_transfer (membership_id) where ended_at is null;
      create index membership_transfer_sending_idx on membership_transfer (sending_id, asked_at, id);
      create index membership_transfer_receiving_idx on membership_transfer (receiving_id, asked_at, id);
      create index membership_transfer_membership_idx on membership_transfer (membership_id, asked_at, id);
      create index membership_transfer_new_membership_idx on membership_transfer (new_membership_id)
        where new_membership_id is not null;

      alter table person add column died_on date;
      create table death_record (
        id uuid primary key,
        person_id uuid not null references person (id),
        association_id uuid not null references association (id),
        died_on date not null,
        upload_id uuid references upload (id),
        recorded_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        constraint death_record_withdrawal check ((withdrawn_at is null) = (withdrawal_reason is null))
      );
      create unique index death_record_standing_idx on death_record (person_id) where withdrawn_at is null;
      create index death_record_person_id_idx on death_record (person_id, recorded_at, id);
      create trigger person_id_is_not_merged after insert on death_record
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('person', 'person_id');

      create table death_closing (
        death_record_id uuid not null references death_record (id),
        membership_id uuid not null references membership (id),
        primary key (death_record_id, membership_id)
      );
      create index death_closing_membership_id_idx on death_closing (membership_id);

      alter table session drop constraint session_ended_why_check, add constraint session_ended_why_check check
        (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'REVOKED',
          'ACCOUNTS_JOINED', 'HOLDER_DIED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update session set ended_why = 'REVOKED' where ended_why = 'HOLDER_DIED';
      alter table session drop constraint session_ended_why_check, add constraint session_ended_why_check check
        (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'REVOKED',
          'ACCOUNTS_JOINED'));
      drop table death_closing, death_record;
      alter table person drop column died_on;
      drop table membership_transfer;
      alter table association drop column transfer_acceptance;
    `);
  }
}
