import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a file said of a record stands beside its id, so that the next one can tell what was changed here since. */
export class RememberWhatImportsSaid1795300003700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of what was read before nothing is known: whatever differs from it counts as changed here.
      alter table external_id add column said jsonb not null default '{}';
      alter table external_id alter column said drop default;
      alter table external_id drop column digest;

      delete from staged_row;
      alter table staged_row drop column digest;
      alter table staged_row
        -- What is remembered in the place of the data, where they may not be kept.
        add column mark jsonb,
        -- Ids for further records of the row.
        add column made jsonb,
        -- Of a row that says something else than last time: what it said then.
        add column was jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from staged_row;
      alter table staged_row drop column mark, drop column made, drop column was, add column digest text not null;
      alter table external_id drop column said, add column digest text not null default '';
      alter table external_id alter column digest drop default;
    `);
  }
}
