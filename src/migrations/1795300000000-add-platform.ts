import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the house needs whatever its trade: mail, one-time secrets, repeated requests, attempts, keys, audit. */
export class AddPlatform1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      create table mail (
        id uuid primary key,
        letter text not null,
        to_address text not null,
        locale text not null,
        association_id uuid,
        account_id uuid,
        person_id uuid,
        values jsonb not null,
        sealed_secret bytea,
        message_id text not null unique,
        subject text,
        state text not null check (state in ('QUEUED', 'SENT', 'DEFERRED', 'BOUNCED', 'CANCELLED')),
        queued_at timestamptz not null,
        send_before timestamptz,
        settled_at timestamptz,
        attempts integer not null,
        claimed_until timestamptz,
        last_fault text
      );
      create index mail_account_id_idx on mail (account_id);
      create index mail_person_id_idx on mail (person_id);

      create table one_time_secret (
        id uuid primary key,
        purpose text not null,
        subject_id uuid not null,
        facts jsonb not null,
        digest bytea not null unique,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        replaced_at timestamptz
      );
      create index one_time_secret_subject_id_purpose_idx on one_time_secret (subject_id, purpose);

      create table idempotency_key (
        caller text not null,
        operation text not null,
        key text not null,
        input_digest bytea not null,
        sealed_answer bytea,
        first_used_at timestamptz not null,
        primary key (caller, operation, key)
      );
      create index idempotency_key_first_used_at_idx on idempotency_key (first_used_at);

      create table attempt_window (
        budget text not null,
        key text not null,
        attempts integer not null,
        ends_at timestamptz not null,
        primary key (budget, key)
      );
      create index attempt_window_ends_at_idx on attempt_window (ends_at);

      create table signing_key (
        id text primary key,
        public_key jsonb not null,
        sealed_private_key bytea not null,
        made_at timestamptz not null,
        signs_from timestamptz not null,
        retired_at timestamptz
      );

      create table audit_entry (
        id uuid primary key,
        occurred_at timestamptz not null,
        account_id uuid,
        client_id uuid,
        act text not null,
        subject_kind text not null,
        subject_id uuid not null,
        association_id uuid,
        before jsonb,
        after jsonb,
        request_id text
      );
      create index audit_entry_association_id_occurred_at_idx on audit_entry (association_id, occurred_at);
      create index audit_entry_subject_id_idx on audit_entry (subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table audit_entry, signing_key, attempt_window, idempotency_key, one_time_secret, mail',
    );
  }
}
