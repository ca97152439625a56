import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/entities.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';

describe('tables and entities', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase(entities);
  });
  afterAll(() => database.close());

  it('are the same: the migrations leave nothing for the entities to ask for', async () => {
    const wanted = await database.source.driver.createSchemaBuilder().log();

    expect(wanted.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are owned by another role than the application, which may add to the audit trail and never change it', async () => {
    const rights = await database.db.read<{
      insert: boolean;
      update: boolean;
      delete: boolean;
      create: boolean;
    }>({
      name: 'test-audit-rights',
      text: `select has_table_privilege('audit_entry', 'insert') as insert,
                    has_table_privilege('audit_entry', 'update') as update,
                    has_table_privilege('audit_entry', 'delete') as delete,
                    has_schema_privilege('public', 'create') as create`,
    });

    expect(rights).toEqual([{ insert: true, update: false, delete: false, create: false }]);
  });
});
