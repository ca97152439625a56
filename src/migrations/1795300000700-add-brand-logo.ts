import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The logo of an association, for the pages that show it. */
export class AddBrandLogo1795300000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table association add column brand_logo_url text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table association drop column brand_logo_url');
  }
}
