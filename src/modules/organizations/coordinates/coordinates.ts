import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { readPhone } from '../../../platform/phone.ts';
import { LONGEST_PHONE } from '../../people/index.ts';
import { readAddress, readEmail, readWebsite, type Typed } from '../organization-profile.ts';
import { isKnownAddress, type PostalAddressFacts } from '../postal-address.ts';
import {
  ONE_OF_KIND,
  type AddressKind,
  type EmailKind,
  type PhoneKind,
  type WebsiteKind,
} from './coordinate-kinds.ts';

export const MOST_OF_EACH = 10;

export interface FurtherAddress extends PostalAddressFacts {
  readonly kind: AddressKind;
}
export interface FurtherPhone {
  readonly kind: PhoneKind;
  /** E.164. */
  readonly number: string;
  readonly extension: string | null;
}
export interface FurtherEmail {
  readonly kind: EmailKind;
  readonly address: string;
}
export interface FurtherWebsite {
  readonly kind: WebsiteKind;
  readonly url: string;
}

/** What an organization can be reached by beyond what stands in its profile. */
export interface Coordinates {
  readonly addresses: readonly FurtherAddress[];
  readonly phones: readonly FurtherPhone[];
  readonly emails: readonly FurtherEmail[];
  readonly websites: readonly FurtherWebsite[];
}

type Row<T extends { readonly kind: string }> = Pick<T, 'kind'> & Typed<Omit<T, 'kind'>>;

/** Each list is a whole; one that is left out stays as it is. */
export interface TypedCoordinates {
  readonly addresses?: readonly Row<FurtherAddress>[] | null;
  readonly phones?: readonly Row<FurtherPhone>[] | null;
  readonly emails?: readonly Row<FurtherEmail>[] | null;
  readonly websites?: readonly Row<FurtherWebsite>[] | null;
}

export type ChangedCoordinates = { readonly [K in keyof Coordinates]: Coordinates[K] | null };

/** Reads what was typed; whatever cannot be read is blamed. A row in which nothing was typed is left out. */
export function readCoordinates(typed: TypedCoordinates, issues: InputIssues): ChangedCoordinates {
  const { addresses = null, phones = null, emails = null, websites = null } = typed;
  if (addresses) judgeAddressKinds(addresses, issues);
  return {
    addresses: addresses && addresses.flatMap((row, i) => readFurtherAddress(row, i, issues)),
    phones: phones && phones.flatMap((row, i) => readFurtherPhone(row, i, issues)),
    emails:
      emails &&
      emails.flatMap(({ kind, ...row }, i) => {
        const address = readEmail(['emails', String(i), 'address'], row.address, issues);
        return address === null ? [] : [{ kind, address }];
      }),
    websites:
      websites &&
      websites.flatMap(({ kind, ...row }, i) => {
        const url = readWebsite(['websites', String(i), 'url'], row.url, issues);
        return url === null ? [] : [{ kind, url }];
      }),
  };
}

function readFurtherAddress(
  { kind, ...typed }: Row<FurtherAddress>,
  row: number,
  issues: InputIssues,
): FurtherAddress[] {
  const address = readAddress(['addresses', String(row)], typed, issues);
  return isKnownAddress(address) ? [{ kind, ...address }] : [];
}

function readFurtherPhone(
  { kind, number, extension }: Row<FurtherPhone>,
  row: number,
  issues: InputIssues,
): FurtherPhone[] {
  const blame = (field: 'number' | 'extension', code: InputIssueCode, key?: string): never[] => {
    issues.add(['phones', String(row), field], code, key, { max: LONGEST_PHONE });
    return [];
  };
  const typed = number?.trim() ?? '';
  const beside = extension?.trim() ?? '';
  if (typed === '')
    return beside === '' ? [] : blame('number', InputIssueCode.REQUIRED, 'people.issue.phoneMissing');
  if (typed.length > LONGEST_PHONE) return blame('number', InputIssueCode.TOO_LONG);

  const phone = readPhone(typed, beside);
  if (phone !== null) return [{ kind, number: phone.e164, extension: phone.extension }];
  return readPhone(typed) === null
    ? blame('number', InputIssueCode.BAD_FORMAT, 'people.issue.phone')
    : blame('extension', InputIssueCode.BAD_FORMAT, 'people.issue.extension');
}

/** Blames an address that would be the second answer to where letters or invoices go. */
function judgeAddressKinds(addresses: readonly Row<FurtherAddress>[], issues: InputIssues): void {
  const kinds = addresses.map(row => (isTyped(row) ? row.kind : null));
  kinds.forEach((kind, i) => {
    if (kind === null || !ONE_OF_KIND.includes(kind) || kinds.indexOf(kind) === i) return;
    const place = ['addresses', String(i), 'kind'];
    issues.add(place, InputIssueCode.NOT_ALLOWED, 'organizations.coordinates.issue.oneOfKind');
  });
}

const isTyped = ({ street, street2, city, province, postalCode }: Row<FurtherAddress>): boolean =>
  [street, street2, city, province, postalCode].some(part => (part?.trim() ?? '') !== '');
