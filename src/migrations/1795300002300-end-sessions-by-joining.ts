import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two accounts that become one end their other sessions, for a reason of its own. */
export class EndSessionsByJoining1795300002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check check (
        ended_why in
          ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'REVOKED', 'ACCOUNTS_JOINED')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update session set ended_why = 'REVOKED' where ended_why = 'ACCOUNTS_JOINED';
      alter table session drop constraint session_ended_why_check;
      alter table session add constraint session_ended_why_check
        check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'TOKEN_REUSED', 'REVOKED'));
    `);
  }
}
