import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logins: accounts, what they sign in with, sessions, and what was accepted when they were opened. */
export class AddAccounts1795300000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        kind text not null check (kind in ('INDIVIDUAL', 'JOINT', 'NON_PERSONAL')),
        username text,
        password_hash text,
        password_changed_at timestamptz,
        locale text not null,
        opened_at timestamptz not null,
        disabled_at timestamptz
      );

      create table account_address (
        id uuid primary key,
        account_id uuid not null references account (id),
        address text not null,
        normalized text not null,
        is_primary boolean not null,
        added_at timestamptz not null,
        verified_at timestamptz
      );
      create unique index account_address_normalized_idx on account_address (normalized);
      create unique index account_address_primary_idx on account_address (account_id) where is_primary;
      create index account_address_account_id_idx on account_address (account_id);

      create table sign_in_identifier (
        kind text not null check (kind in ('USERNAME', 'EMAIL', 'MEMBER_NUMBER')),
        association_id uuid not null,
        value text not null,
        account_id uuid not null references account (id),
        primary key (kind, association_id, value)
      );
      create index sign_in_identifier_value_idx on sign_in_identifier (value);
      create index sign_in_identifier_account_id_idx on sign_in_identifier (account_id);

      create table account_holding (
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        kind text not null check (kind in ('MEMBERSHIP', 'DELEGATION', 'STAFF')),
        subject_id uuid not null,
        from_at timestamptz not null,
        to_at timestamptz,
        primary key (account_id, kind, subject_id, from_at)
      );

      create table session (
        id uuid primary key,
        account_id uuid not null references account (id),
        client_id uuid not null references client (id),
        started_at timestamptz not null,
        authenticated_at timestamptz not null,
        last_used_at timestamptz not null,
        idle_seconds integer not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        ended_why text check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'TOKEN_REUSED')),
        user_agent text,
        network_address text not null
      );
      create index session_account_id_idx on session (account_id) where ended_at is null;

      create table refresh_token (
        digest bytea primary key,
        session_id uuid not null references session (id),
        issued_at timestamptz not null,
        spent_at timestamptz
      );
      create index refresh_token_session_id_idx on refresh_token (session_id);

      create table document_acceptance (
        id uuid primary key,
        account_id uuid not null references account (id),
        document_id uuid not null references association_document (id),
        shown_locale text not null,
        accepted_at timestamptz not null
      );
      create index document_acceptance_account_id_idx on document_acceptance (account_id);

      create table language_choice (
        id uuid primary key,
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        chosen text not null,
        first_shown text not null,
        chosen_at timestamptz not null
      );
      create index language_choice_account_id_idx on language_choice (account_id);

      create table staff_assignment (
        id uuid primary key,
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        role text not null check (role in ('ADMIN', 'MEMBERSHIP', 'FINANCE', 'LEARNING', 'INSURANCE', 'READER')),
        reach text not null check (reach in ('NODE', 'NODE_AND_BELOW')),
        from_at timestamptz not null,
        to_at timestamptz
      );
      create index staff_assignment_account_id_idx on staff_assignment (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table staff_assignment, language_choice, document_acceptance, refresh_token, session, account_holding,
        sign_in_identifier, account_address, account
    `);
  }
}
