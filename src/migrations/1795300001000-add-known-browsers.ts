import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers that signed in before, sessions that their person ends, and attempts that are counted over a window which
 * slides. What was counted before is forgotten: it was of a day at most, and does not say when each attempt was.
 */
export class AddKnownBrowsers1795300001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_browser (
        digest bytea primary key,
        account_id uuid not null references account (id),
        last_used_at timestamptz not null
      );
      create index known_browser_account_id_last_used_at_idx on known_browser (account_id, last_used_at);
      create index known_browser_last_used_at_idx on known_browser (last_used_at);

      delete from attempt_window;
      alter table attempt_window
        drop column attempts,
        add column instants timestamptz[] not null,
        add column attempts integer[] not null;

      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check
        check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'REVOKED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update session set ended_why = 'SIGNED_OUT' where ended_why = 'REVOKED';
      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check
        check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED'));

      delete from attempt_window;
      alter table attempt_window drop column instants, drop column attempts, add column attempts integer not null;

      drop table known_browser;
    `);
  }
}
