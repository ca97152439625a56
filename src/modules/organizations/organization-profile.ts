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

type Typed<T> = { readonly [K in keyof T]?: T[K] | null };
export interface TypedOrganizationProfile extends Typed<
  Omit<OrganizationProfile, 'publicNameFr' | 'publicNameEn'>
> {
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
  const email = readEmail(typed.email, issues);
  const phone = readTypedPhone('phone', typed.phone, typed.phoneExtension, issues);
  const website = readWebsite(typed.website, issues);
  const address = readAddress(typed, issues);
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

function readEmail(typed: string | null | undefined, issues: InputIssues): string | null {
  const line = issues.line('email', typed, LONGEST_EMAIL);
  const address = line && readEmailAddress(line);
  if (line && !address) issues.add('email', InputIssueCode.BAD_FORMAT, 'organizations.issue.email');
  return address ? address.typed : null;
}

function readWebsite(typed: string | null | undefined, issues: InputIssues): string | null {
  const line = issues.line('website', typed, LONGEST_WEBSITE);
  if (line === null) return null;
  const url = /\s/.test(line) ? null : URL.parse(line);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A name before @ would make a link look as if it led elsewhere.
  if (isWeb && url.hostname.includes('.') && url.username === '' && url.password === '') return url.href;
  issues.add('website', InputIssueCode.BAD_FORMAT, 'organizations.issue.website');
  return null;
}

function readAddress(typed: TypedOrganizationProfile, issues: InputIssues): PostalAddressFacts {
  const country = readCountry(typed.country, issues);
  return {
    street: issues.line('street', typed.street, LONGEST_LINE),
    street2: issues.line('street2', typed.street2, LONGEST_LINE),
    city: issues.line('city', typed.city, LONGEST_LINE),
    province: readProvince(typed.province, country, issues),
    postalCode: readCode(typed.postalCode, country, issues),
    country,
  };
}

function readCountry(typed: string | null | undefined, issues: InputIssues): string {
  const code = typed?.trim().toUpperCase() ?? '';
  if (code === '') return 'CA';
  if (/^[A-Z]{2}$/.test(code) && countryName(code, 'en-CA') !== null) return code;
  issues.add('country', InputIssueCode.NOT_ALLOWED, 'organizations.issue.country');
  return 'CA';
}

function readProvince(typed: string | null | undefined, country: string, issues: InputIssues): string | null {
  const line = issues.line('province', typed, LONGEST_LINE);
  if (line === null || country !== 'CA') return line;
  const code = line.toUpperCase();
  if (isProvince(code)) return code;
  issues.add('province', InputIssueCode.NOT_ALLOWED, 'organizations.issue.province');
  return null;
}

function readCode(typed: string | null | undefined, country: string, issues: InputIssues): string | null {
  const line = issues.line('postalCode', typed, LONGEST_POSTAL_CODE);
  if (line === null || country !== 'CA') return line;
  const code = readPostalCode(line);
  if (code === null) issues.add('postalCode', InputIssueCode.BAD_FORMAT, 'organizations.issue.postalCode');
  return code;
}
