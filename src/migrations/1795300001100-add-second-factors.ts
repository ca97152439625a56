import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people prove beside their password, who must, and how it is taken off an account whose person has lost it. */
export class AddSecondFactors1795300001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column factor_at timestamptz;

      alter table association add column factor_roles text[] not null default '{}';
      alter table association alter column factor_roles drop default;

      create table totp_factor (
        id uuid primary key,
        account_id uuid not null references account (id),
        sealed_secret bytea not null,
        enrolled_at timestamptz not null,
        confirmed_at timestamptz,
        last_step integer,
        last_used_at timestamptz
      );
      create unique index totp_factor_confirmed_idx on totp_factor (account_id) where confirmed_at is not null;
      create unique index totp_factor_unconfirmed_idx on totp_factor (account_id) where confirmed_at is null;

      create table passkey (
        id uuid primary key,
        account_id uuid not null references account (id),
        rp_id text not null,
        credential_id text not null,
        public_key bytea not null,
        sign_count bigint not null,
        transports text[] not null,
        backed_up boolean not null,
        name text not null,
        added_at timestamptz not null,
        last_used_at timestamptz
      );
      create unique index passkey_credential_id_idx on passkey (credential_id);
      create index passkey_account_id_idx on passkey (account_id);

      create table recovery_code (
        digest bytea primary key,
        account_id uuid not null references account (id),
        issued_at timestamptz not null,
        used_at timestamptz
      );
      create index recovery_code_account_id_idx on recovery_code (account_id);

      create table pending_sign_in (
        digest bytea primary key,
        account_id uuid not null references account (id),
        client_id uuid not null references client (id),
        expires_at timestamptz not null
      );
      create index pending_sign_in_account_id_idx on pending_sign_in (account_id);

      create table spent_passkey_challenge (
        digest bytea primary key,
        expires_at timestamptz not null
      );

      create table factor_reset (
        id uuid primary key,
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        asked_by uuid not null references account (id),
        asked_at timestamptz not null,
        effective_at timestamptz not null,
        approved_by uuid references account (id),
        contested_at timestamptz,
        done_at timestamptz
      );
      create unique index factor_reset_open_idx on factor_reset (account_id)
        where contested_at is null and done_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table factor_reset, spent_passkey_challenge, pending_sign_in, recovery_code, passkey, totp_factor;
      alter table association drop column factor_roles;
      alter table session drop column factor_at;
    `);
  }
}
