import type { MigrationInterface, QueryRunner } from 'typeorm';

const DATED = ['affiliation', 'term', 'hold'] as const;

/** The facts of a membership are read in the order of their days: the index that finds them sorts them, too. */
export class ReadHistoriesInOrder1795300005600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of DATED)
      await runner.query(`
        drop index ${table}_membership_id_idx;
        create index ${table}_membership_id_from_on_idx on ${table} (membership_id, from_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of DATED)
      await runner.query(`
        drop index ${table}_membership_id_from_on_idx;
        create index ${table}_membership_id_idx on ${table} (membership_id);`);
  }
}
