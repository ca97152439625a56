import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people read of a client in both languages, and when it was last used by other means than its secret key. */
export class AddClientNamesAndUses1795300001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client add column display_name_fr text;
      alter table client add column display_name_en text;
      alter table client add constraint client_display_name_in_both
        check ((display_name_fr is null) = (display_name_en is null));

      alter table client add column last_used_at timestamptz;
      create table client_key_pair_use (
        client_id uuid not null references client (id),
        kid text not null,
        last_used_at timestamptz not null,
        primary key (client_id, kid)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table client_key_pair_use;
      alter table client drop column last_used_at, drop column display_name_fr, drop column display_name_en;
    `);
  }
}
