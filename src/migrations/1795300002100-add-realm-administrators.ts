import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom the operator of the realm trusts with what concerns every federation. */
export class AddRealmAdministrators1795300002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table realm_administrator (
        account_id uuid primary key references account (id),
        from_at timestamptz not null,
        to_at timestamptz,
        by_whom text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table realm_administrator');
  }
}
