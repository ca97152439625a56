import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId, type OrganizationId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { putCoordinates } from '../../src/modules/organizations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported } from './operations.ts';

const { perform } = mutationsOf<'renameOrganization', { readonly __typename: string }>(
  { renameOrganization: '... on RenameOrganizationSuccess { organization { legalName } }' },
  '... on InvalidInput { issues { path message } }',
);

describe('the legal name of an organization from a file (C1, M1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
  });
  afterAll(() => portal.close());

  const today = (): string => dayAt(portal.world.aqpm.association.timeZone, portal.clock.now());
  const found = async (search: string): Promise<number> => {
    const { data } = await portal.graphql<{ organizations: { totalCount: number } }>(
      'query ($filter: OrganizationFilter!) { organizations(filter: $filter) { totalCount } }',
      { filter: { associationId: office.associationId, search } },
      office.asked,
    );
    return data.organizations.totalCount;
  };

  it('that a file changes stays one by which it is found, and another phone follows one that it clears', async () => {
    const take = (row: string): Promise<unknown> =>
      imported(portal, office, csv('id,legal name,phone', row), { kind: 'ORGANIZATIONS' });
    await take('h1,Pic Vert inc.,514 397-7610');
    const [house] = await portal.parts.db.entities.query<{ id: OrganizationId }[]>(
      `select id from organization where legal_name = 'Pic Vert inc.'`,
    );
    const further = { kind: 'MOBILE' as const, number: '+15143977611', extension: null };
    await portal.parts.db.transaction(tx =>
      putCoordinates(portal.parts, tx, house!.id, {
        addresses: null,
        phones: [further],
        emails: null,
        websites: null,
      }),
    );

    await take('h1,Pic Bleu inc.,');

    expect([await found('pic vert'), await found('pic bleu')]).toEqual([1, 1]);
    const rows = await portal.parts.db.entities.query<object[]>(
      `select o.phone, f.legal_name as was, f.until_on::text as until from organization o
       join organization_former_name f on f.organization_id = o.id where o.id = $1`,
      [house!.id],
    );
    expect(rows).toEqual([{ phone: '+15143977611', was: 'Pic Vert inc.', until: today() }]);
  });

  it('keeps its English version where a file says the same, and stays on record with it after another', async () => {
    const take = (name: string): Promise<unknown> =>
      imported(portal, office, csv('id,legal name', `h2,${name}`), { kind: 'ORGANIZATIONS' });
    await take('Huard inc.');
    const [house] = await portal.parts.db.entities.query<{ id: OrganizationId }[]>(
      `select id from organization where legal_name = 'Huard inc.'`,
    );
    await perform(
      portal,
      'renameOrganization',
      {
        organizationId: toPublicId('Organization', house!.id),
        legalName: 'Plongeon inc.',
        legalNameEn: 'Diver Inc.',
        from: today(),
        document: 'Certificat de modification',
      },
      office.asked,
    );

    await take('Plongeon inc.');

    const names = 'select legal_name_en as en from organization where id = $1';
    expect(await portal.parts.db.entities.query(names, [house!.id])).toEqual([{ en: 'Diver Inc.' }]);
    await take('Harle inc.');
    expect(await found('diver')).toBe(1);
    const told = `select before->>'legalNameEn' as en from audit_entry where act = 'importOrganization' and subject_id = $1`;
    expect(await portal.parts.db.entities.query(told, [house!.id])).toEqual([{ en: 'Diver Inc.' }]);
    const former = `select legal_name_en as en from organization_former_name where organization_id = $1 and legal_name = $2`;
    expect(await portal.parts.db.entities.query(former, [house!.id, 'Plongeon inc.'])).toEqual([
      { en: 'Diver Inc.' },
    ]);
  });
});
