import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an association still accepts the passwords that came with accounts from another system. */
export class AddOldPasswords1795300000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association
        add column old_passwords text not null default 'ACCEPT'
          constraint association_old_passwords_check check (old_passwords in ('ACCEPT', 'RESET_REQUIRED'));
      alter table association alter column old_passwords drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table association drop column old_passwords');
  }
}
