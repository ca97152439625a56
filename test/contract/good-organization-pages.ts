import { toPublicId } from '../../src/kernel/id.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { givenClass, givenOrganization } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { MakeGood } from './good.ts';

/** As `goodArguments`, for what an organization's own pages and the office change of it and of its class. */
export function goodOrganizationPages(
  portal: Portal,
  { association: { id: associationId }, ids, member: asked, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let names = 0;
  const renaming = async (fields: object): ReturnType<MakeGood> => {
    const { id } = await givenOrganization(portal, { associationId });
    const organizationId = toPublicId('Organization', id);
    const legalName = `9000-00${++names} Québec inc.`;
    const named = { organizationId, legalName, from: '2026-01-15', document: 'Registre des entreprises' };
    const input = { ...named, ...fields, idempotencyKey: `nom-${names}` };
    return { variables: { input }, asked: office.asked };
  };
  const limiting = async (delegateLimit: number | null): ReturnType<MakeGood> => {
    const code = `L-${++names}`;
    const { id } = await givenClass(portal, { associationId, code, heldBy: 'ORGANIZATION' });
    const input = { membershipClassId: toPublicId('MembershipClass', id), delegateLimit };
    return { variables: { input }, asked: office.asked };
  };
  const good =
    (fields: object): MakeGood =>
    () =>
      Promise.resolve({ variables: { input: { organizationId: ids.Organization, ...fields } }, asked });
  return {
    renameOrganization: [
      () => renaming({}),
      async () => {
        const { id: uploadId } = await sent(portal, office.asked, PDF, { associationId: ids.Association });
        return renaming({ legalNameEn: 'New Name Inc.', uploadId });
      },
    ],
    setDelegateLimit: [() => limiting(3)],
    setOrganizationSections: [
      good({ stays: [{ sectionId: ids.Section, from: '2025-04-01', to: '2029-03-31', withdrawn: false }] }),
    ],
    setOrganizationCoordinates: [
      good({
        addresses: [
          {
            kind: 'MAILING',
            street: '550, rue Exemple',
            street2: 'Bureau 3',
            city: 'Québec',
            province: 'QC',
            postalCode: 'G1K 3A1',
            country: 'CA',
          },
        ],
        phones: [{ kind: 'OFFICE', number: '418 643-2100', extension: '12' }],
        emails: [{ kind: 'BILLING', address: 'factures@maison.example' }],
        websites: [{ kind: 'SITE', url: 'https://maison.example/serie' }],
      }),
    ],
  };
}
