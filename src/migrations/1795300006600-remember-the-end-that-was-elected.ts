import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An election that a later one cut short remembers its own end, and gets it again should the later one be taken away. Of
 * those on file the end that they have is the one that was elected.
 */
export class RememberTheEndThatWasElected1795300006600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table tax_accounting_election add column elected_to_on date;
      update tax_accounting_election set elected_to_on = to_on;
      alter table tax_accounting_election add constraint tax_accounting_election_end
        check (elected_to_on is null or to_on <= elected_to_on and to_on is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table tax_accounting_election
        drop constraint tax_accounting_election_end,
        drop column elected_to_on;
    `);
  }
}
