import type { Province } from '../../kernel/province.ts';
import { isProvince } from '../../kernel/province.ts';
import type { Wording } from '../../platform/wording/wording.ts';

export interface PostalAddressFacts {
  readonly street: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

/** Whether more of it is known than its country. */
export const isKnownAddress = ({
  street,
  street2,
  city,
  province,
  postalCode,
}: PostalAddressFacts): boolean => [street, street2, city, province, postalCode].some(part => part !== null);

/**
 * The address as it is written on a letter: « Montréal (Québec)  H3H 1A1 » after the OQLF, `Montréal QC  H3H 1A1`
 * after Canada Post, two spaces before the code in both. Canada is not named at home.
 */
export function addressLines(address: PostalAddressFacts, wording: Wording): string[] {
  const { street, street2, city, province, postalCode, country } = address;
  const place = [city, provinceInLine(province, country, wording)].filter(isPresent).join(' ');
  const municipality = [place, postalCode].filter(isPresent).join('  ');
  return [street, street2, municipality, countryInLine(country, wording)].filter(isPresent);
}

function provinceInLine(province: string | null, country: string, wording: Wording): string | null {
  if (province === null) return null;
  if (country !== 'CA' || !isProvince(province)) return province;
  return wording.locale === 'fr-CA' ? `(${provinceName(province, wording)})` : province;
}

export const provinceName = (province: Province, wording: Wording): string =>
  wording.of(`organizations.province.${province}`);

/** The name of a country by its code, or null when there is none. */
export function countryName(code: string, locale: string): string | null {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return names.of(code) ?? null;
}

const countryInLine = (country: string, { locale }: Wording): string | null =>
  country === 'CA' ? null : (countryName(country, locale) ?? country).toLocaleUpperCase(locale);

const isPresent = (part: string | null): part is string => part !== null && part !== '';
