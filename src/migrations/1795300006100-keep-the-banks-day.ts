import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that waits for staff keeps the day on which the bank received it. */
export class KeepTheBanksDay1795300006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parked_receipt add column received_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parked_receipt drop column received_on');
  }
}
