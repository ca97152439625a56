import { searchKey } from '../../../kernel/search-key.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { readCellStays, type CellStay } from '../../../platform/staging/cell-stays.ts';
import { presentOf, type TypedRow } from '../../../platform/staging/typed-row.ts';
import { LONGEST_LINE, readOrganizationProfile, type OrganizationProfile } from '../organization-profile.ts';

/** What an organization is called, and what it is found by. */
interface PublicNames {
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly searchKey: string;
  readonly searchKeyEn: string;
}

/** What a row says about an organization: columns that its file lacks are left out. */
export interface StagedOrganization
  extends Partial<Omit<OrganizationProfile, keyof PublicNames>>, Partial<PublicNames> {
  readonly legalName: string;
  readonly legalKey: string;
  /** Stays in sections, by their codes. */
  readonly sections?: readonly CellStay[];
}

/**
 * By the same rules as a profile that somebody types. An organization with a public name in one language has it in
 * both, and one without is called as it is incorporated: a new one, that is, or where the file speaks of both names.
 * Whatever cannot be read is blamed.
 */
export function readStagedOrganization(
  row: TypedRow,
  issues: InputIssues,
): { readonly data: StagedOrganization; readonly ofNew: PublicNames } {
  const legalName = issues.requiredLine('legalName', row.text('legalName'), LONGEST_LINE);
  const [french, english] = [row.text('publicNameFr'), row.text('publicNameEn')];
  const profile = readOrganizationProfile(
    {
      publicNameFr: french || english || legalName || '-',
      publicNameEn: english || french || legalName || '-',
      ...Object.fromEntries(COORDINATES.map(field => [field, row.text(field)])),
    },
    issues,
  );
  const sections = readCellStays(row, issues, 'sections', code => code);
  const { publicNameFr, publicNameEn, phoneExtension, ...coordinates } = profile;
  const inFrench = { publicNameFr, searchKey: searchKey(publicNameFr) };
  const inEnglish = { publicNameEn, searchKeyEn: searchKey(publicNameEn) };
  const speaksOfBoth = row.has('publicNameFr') && row.has('publicNameEn');
  const data = {
    legalName,
    legalKey: searchKey(legalName),
    ...((speaksOfBoth || french !== '') && inFrench),
    ...((speaksOfBoth || english !== '') && inEnglish),
    ...presentOf(row, coordinates),
    // An extension written behind the number needs no column of its own.
    ...(row.has('phone') && { phoneExtension }),
    ...(sections.length > 0 && { sections }),
  };
  return { data, ofNew: { ...inFrench, ...inEnglish } };
}

const COORDINATES = [
  'email',
  'phone',
  'phoneExtension',
  'website',
  'street',
  'street2',
  'city',
  'province',
  'postalCode',
  'country',
] as const;
