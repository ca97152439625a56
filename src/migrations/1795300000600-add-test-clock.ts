import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the clock of a test realm is ahead of the machine's, in one row. A live realm has none. */
export class AddTestClock1795300000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table test_clock (
        only_one boolean primary key default true check (only_one),
        ahead_ms bigint not null check (ahead_ms >= 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table test_clock');
  }
}
