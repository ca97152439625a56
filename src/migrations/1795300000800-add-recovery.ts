import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forgotten passwords and usernames: what an association asks for, and what was asked and waits for its mail. */
export class AddRecovery1795300000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association
        add column recovery_policy text not null default 'IDENTIFIER'
          constraint association_recovery_policy_check check (recovery_policy in ('IDENTIFIER', 'IDENTIFIER_AND_NAMES')),
        add column reset_link_minutes integer not null default 60,
        add column support_toll_free_phone text;
      alter table association
        alter column recovery_policy drop default,
        alter column reset_link_minutes drop default;

      create table recovery_request (
        id uuid primary key,
        kind text not null check (kind in ('PASSWORD_RESET', 'USERNAME_REMINDER')),
        association_id uuid not null references association (id),
        locale text not null,
        sealed_claims bytea not null,
        asked_at timestamptz not null
      );

      create index person_contact_email_idx on person (lower(contact_email)) where account_id is not null;

      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check
        check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update session set ended_why = 'PASSWORD_CHANGED' where ended_why = 'PASSWORD_RESET';
      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check
        check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'TOKEN_REUSED'));
      drop index person_contact_email_idx;
      drop table recovery_request;
      alter table association
        drop column recovery_policy,
        drop column reset_link_minutes,
        drop column support_toll_free_phone;
    `);
  }
}
