import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { FindOrganizationsInEnglish1795300000710 } from '../../src/migrations/1795300000710-find-organizations-in-english.ts';
import { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { givenOrganization } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** Whoever made the database: the owner of a copied one may not add to it. */
function administrationUrl({ ownerUrl }: Portal): string {
  const server = JSON.parse(process.env['AFFILIA_TEST_DATABASE'] ?? '{}') as { administrationUrl: string };
  return Object.assign(new URL(server.administrationUrl), { pathname: new URL(ownerUrl).pathname }).href;
}

describe('organizations that were on file before they could be found in English', () => {
  let portal: Portal;
  let administrator: Client;
  beforeAll(async () => {
    portal = await openPortal();
    administrator = new Client({ connectionString: administrationUrl(portal) });
    await administrator.connect();
  });
  afterAll(async () => {
    await administrator.end();
    await portal.close();
  });

  it('have the same key as those that come after', async () => {
    const { id, searchKeyEn } = await givenOrganization(portal, { publicNameEn: 'L’Œil-de-Bœuf Films' });
    const query = async (sql: string, values?: unknown[]): Promise<unknown> =>
      (await administrator.query(sql, values)).rows;
    const migration = new FindOrganizationsInEnglish1795300000710();

    await migration.down({ query } as QueryRunner);
    await migration.up({ query } as QueryRunner);

    const found = await portal.parts.db.entities.findOneByOrFail(OrganizationEntity, { id });
    expect(searchKeyEn).toBe('L OEIL DE BOEUF FILMS');
    expect(found.searchKeyEn).toBe(searchKeyEn);
  });
});
