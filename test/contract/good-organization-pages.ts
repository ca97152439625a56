import type { FurnishedBody } from './furnished-body.ts';
import type { MakeGood } from './good.ts';

/** As `goodArguments`, for what an organization's own pages change. */
export function goodOrganizationPages({
  ids,
  member: asked,
}: FurnishedBody): Readonly<Record<string, readonly MakeGood[]>> {
  const good =
    (fields: object): MakeGood =>
    () =>
      Promise.resolve({ variables: { input: { organizationId: ids.Organization, ...fields } }, asked });
  return {
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
