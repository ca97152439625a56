import { newId, type AssociationId, type SectionId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { OrganizationSectionEntity } from './organization-section.entity.ts';
import { OrganizationEntity } from './organization.entity.ts';
import type { OrganizationProfile } from './organization-profile.ts';

export interface NewOrganization extends Partial<Omit<OrganizationProfile, 'publicNameFr' | 'publicNameEn'>> {
  readonly associationId: string;
  readonly legalName: string;
  readonly legalNameEn?: string | null;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  /** Stays `[from, to)`. */
  readonly sections?: readonly {
    readonly sectionId: string;
    readonly from: LocalDate;
    readonly to?: LocalDate;
  }[];
}

/** Lists sort it by its French name; it is found by either. */
export const organizationSearchKeys = ({
  publicNameFr,
  publicNameEn,
}: Pick<OrganizationProfile, 'publicNameFr' | 'publicNameEn'>): Pick<
  OrganizationEntity,
  'searchKey' | 'searchKeyEn'
> => ({ searchKey: searchKey(publicNameFr), searchKeyEn: searchKey(publicNameEn) });

/** A legal name is found in either language. */
export const legalSearchKey = ({
  legalName,
  legalNameEn,
}: Pick<OrganizationEntity, 'legalName' | 'legalNameEn'>): string =>
  searchKey(legalNameEn === null ? legalName : `${legalName} ${legalNameEn}`);

/** Puts an organization on file. */
export async function addOrganization(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { sections = [], ...wanted }: NewOrganization,
): Promise<OrganizationEntity> {
  const { legalName, legalNameEn = null } = wanted;
  const organization = Object.assign(new OrganizationEntity(), EMPTY, wanted, {
    id: newId<'Organization'>(clock, random),
    associationId: wanted.associationId as AssociationId,
    ...organizationSearchKeys(wanted),
    legalNameEn,
    legalKey: legalSearchKey({ legalName, legalNameEn }),
    addedAt: clock.now(),
  });
  await tx.insert(OrganizationEntity, organization);
  for (const { sectionId, from, to = null } of sections) {
    await tx.insert(OrganizationSectionEntity, {
      id: newId<'OrganizationSection'>(clock, random),
      organizationId: organization.id,
      sectionId: sectionId as SectionId,
      fromOn: from,
      toOn: to,
    });
  }
  return organization;
}

const EMPTY = {
  email: null,
  phone: null,
  phoneExtension: null,
  website: null,
  street: null,
  street2: null,
  city: null,
  province: null,
  postalCode: null,
  country: 'CA',
};
