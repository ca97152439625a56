import { readPostalCode } from '../../../../kernel/postal-code.ts';
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
    postalCode: readCode(issues, field, read('postalCode'), country),
    country,
  };
}

/** As it is printed, which takes an address without a country for one of Canada. */
function readCode(
  issues: InputIssues,
  field: string,
  typed: string | null,
  country: string | null,
): string | null {
  if (typed === null || (country ?? 'CA') !== 'CA') return typed?.toUpperCase() ?? null;
  const code = readPostalCode(typed);
  if (code === null)
    issues.add([field, 'postalCode'], InputIssueCode.BAD_FORMAT, 'invoices.issue.postalCode');
  return code;
}
