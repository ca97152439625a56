import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that the mails to addresses that nobody has are found when their time is over. */
export class FindMailsToStrangers1795300002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index mail_to_stranger_idx on mail (queued_at) where letter = 'recovery-no-account'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mail_to_stranger_idx');
  }
}
