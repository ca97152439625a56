import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was written to about a request hears when it is withdrawn. */
export class TellOfJoinRequests1795300003600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table join_request add column told_person_id uuid references person (id);
      create index join_request_told_person_id_idx on join_request (told_person_id);
      create trigger told_person_id_is_not_merged after insert on join_request referencing new table as fresh
        for each statement execute function no_row_names_a_merged_record('person', 'told_person_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger told_person_id_is_not_merged on join_request;
      alter table join_request drop column told_person_id;
    `);
  }
}
