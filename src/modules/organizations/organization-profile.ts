import { readEmailAddress } from '../../kernel/email-address.ts';
import { readPostalCode } from '../../kernel/postal-code.ts';
import { isProvince } from '../../kernel/province.ts';
import type { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { readTypedPhone } from '../people/index.ts';
import { countryName, type PostalAddressFacts } from './postal-address.ts';

export const LONGEST_LINE = 100;
export const LONGEST_EMAIL = 254;
export const LONGEST_WEBSITE = 200;
export const LONGEST_POSTAL_CODE = 12;

/** What an organization shows of itself, and what its delegates may change. */
export interface OrganizationProfile extends PostalAddressFacts {
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  readonly website: string | null;
}

/** By what an organization is reached first. */
export type MainOnes = Omit<OrganizationProfile, 'publicNameFr' | 'publicNameEn'>;

export const mainOnesOf = (row: MainOnes): MainOnes => ({
  email: row.email,
  phone: row.phone,
  phoneExtension: row.phoneExtension,
  website: row.website,
  street: row.street,
  street2: row.street2,
  city: row.city,
  province: row.province,
  postalCode: row.postalCode,
  country: row.country,
});

export type Typed<T> = { readonly [K in keyof T]?: T[K] | null };
export interface TypedOrganizationProfile extends Typed<MainOnes> {
  readonly publicNameFr: string;
  readonly publicNameEn: string;
}

/** Reads what was typed; whatever cannot be read is blamed. A field that is left out is cleared. */
export function readOrganizationProfile(
  typed: TypedOrganizationProfile,
  issues: InputIssues,
): OrganizationProfile {
  const publicNameFr = issues.requiredLine('publicNameFr', typed.publicNameFr, LONGEST_LINE);
  const publicNameEn = issues.requiredLine('publicNameEn', typed.publicNameEn, LONGEST_LINE);
  const email = readEmail('email', typed.email, issues);
  const phone = readTypedPhone('phone', typed.phone, typed.phoneExtension, issues);
  const website = readWebsite('website', typed.website, issues);
  const address = readAddress([], typed, issues);
  return {
    publicNameFr,
    publicNameEn,
    email,
    phone: phone?.e164 ?? null,
    phoneExtension: phone?.extension ?? null,
    website,
    ...address,
  };
}

/** Where in the input something was typed. */
type Place = string | readonly string[];

export function readEmail(
  place: Place,
  typed: string | null | undefined,
  issues: InputIssues,
): string | null {
  const line = issues.line(place, typed, LONGEST_EMAIL);
  const address = line && readEmailAddress(line);
  if (line && !address) issues.add(place, InputIssueCode.BAD_FORMAT, 'organizations.issue.email');
  return address ? address.typed : null;
}

export function readWebsite(
  place: Place,
  typed: string | null | undefined,
  issues: InputIssues,
): string | null {
  const line = issues.line(place, typed, LONGEST_WEBSITE);
  if (line === null) return null;
  const url = /\s/.test(line) ? null : URL.parse(line);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A name before @ would make a link look as if it led elsewhere.
  if (isWeb && url.hostname.includes('.') && url.username === '' && url.password === '') return url.href;
  issues.add(place, InputIssueCode.BAD_FORMAT, 'organizations.issue.website');
  return null;
}

export function readAddress(
  place: readonly string[],
  typed: Typed<PostalAddressFacts>,
  issues: InputIssues,
): PostalAddressFacts {
  const country = readCountry([...place, 'country'], typed.country, issues);
  const line = (field: 'street' | 'street2' | 'city'): string | null =>
    issues.line([...place, field], typed[field], LONGEST_LINE);
  return {
    street: line('street'),
    street2: line('street2'),
    city: line('city'),
    province: readProvince([...place, 'province'], typed.province, country, issues),
    postalCode: readCode([...place, 'postalCode'], typed.postalCode, country, issues),
    country,
  };
}

function readCountry(place: Place, typed: string | null | undefined, issues: InputIssues): string {
  const code = typed?.trim().toUpperCase() ?? '';
  if (code === '') return 'CA';
  if (/^[A-Z]{2}$/.test(code) && countryName(code, 'en-CA') !== null) return code;
  issues.add(place, InputIssueCode.NOT_ALLOWED, 'organizations.issue.country');
  return 'CA';
}

function readProvince(
  place: Place,
  typed: string | null | undefined,
  country: string,
  issues: InputIssues,
): string | null {
  const line = issues.line(place, typed, LONGEST_LINE);
  if (line === null || country !== 'CA') return line;
  const code = line.toUpperCase();
  if (isProvince(code)) return code;
  issues.add(place, InputIssueCode.NOT_ALLOWED, 'organizations.issue.province');
  return null;
}

function readCode(
  place: Place,
  typed: string | null | undefined,
  country: string,
  issues: InputIssues,
): string | null {
  const line = issues.line(place, typed, LONGEST_POSTAL_CODE);
  if (line === null || country !== 'CA') return line;
  const code = readPostalCode(line);
  if (code === null) issues.add(place, InputIssueCode.BAD_FORMAT, 'organizations.issue.postalCode');
  return code;
}
