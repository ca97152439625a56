import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchKey } from '../kernel/search-key.ts';

interface Named {
  readonly id: string;
  readonly public_name_en: string;
}

/** Organizations are found by their English name as well; lists stay in the order of the French one. */
export class FindOrganizationsInEnglish1795300000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization add column search_key_en text collate "C"');
    const named = (await runner.query('select id, public_name_en from organization')) as readonly Named[];
    await runner.query(
      `update organization set search_key_en = found.key
       from unnest($1::uuid[], $2::text[]) as found (id, key) where organization.id = found.id`,
      [named.map(({ id }) => id), named.map(one => searchKey(one.public_name_en))],
    );
    await runner.query(`
      alter table organization alter column search_key_en set not null;
      create index organization_association_id_search_key_en_idx on organization (association_id, search_key_en);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization drop column search_key_en');
  }
}
