import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a mail that was not taken is tried again. */
export class AddNextMailTry1795300001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail add column next_try_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail drop column next_try_at');
  }
}
