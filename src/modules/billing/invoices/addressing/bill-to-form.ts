import type { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import type { BillTo } from '../new-invoice.ts';

export const LONGEST_LINE = 120;
const COUNTRY = /^[A-Z]{2}$/;

/** Reads to whom a document is addressed; what is wrong is blamed below `field`. */
export function readBillTo(issues: InputIssues, field: string, typed: BillTo): BillTo {
  const read = (name: keyof BillTo): string | null => issues.line([field, name], typed[name], LONGEST_LINE);
  const name = read('name');
  if (typed.name.trim() === '') issues.add([field, 'name'], InputIssueCode.REQUIRED);
  const country = read('country')?.toUpperCase() ?? null;
  if (country !== null && !COUNTRY.test(country)) issues.add([field, 'country'], InputIssueCode.BAD_FORMAT);
  return {
    name: name ?? '',
    attention: read('attention'),
    street: read('street'),
    street2: read('street2'),
    city: read('city'),
    province: read('province')?.toUpperCase() ?? null,
    postalCode: read('postalCode')?.toUpperCase() ?? null,
    country,
  };
}
