import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of records that became part of another one find it, and are none that it had. */
export class TellNamesOfMergedRecordsApart1795300004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_former_name add of_merged boolean not null default false;
      alter table organization_former_name alter of_merged drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization_former_name drop of_merged');
  }
}
