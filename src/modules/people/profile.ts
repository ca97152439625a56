import type { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { readPhone } from '../../platform/phone.ts';

export const LONGEST_NAME = 100;
export const LONGEST_PHONE = 40;
export const LONGEST_EXTENSION = 7;

/** What a person may change about themselves. */
export interface Profile {
  readonly givenName: string;
  readonly familyName: string;
  readonly workPhone: string | null;
  readonly workPhoneExtension: string | null;
}

export interface TypedProfile {
  readonly givenName: string;
  readonly familyName: string;
  readonly workPhone?: string | null;
  readonly workPhoneExtension?: string | null;
}

/** Reads what was typed; whatever cannot be read is blamed. A field that is left out is cleared. */
export function readProfile(typed: TypedProfile, issues: InputIssues): Profile {
  const givenName = issues.requiredLine('givenName', typed.givenName, LONGEST_NAME);
  const familyName = issues.requiredLine('familyName', typed.familyName, LONGEST_NAME);
  const phone = readTypedPhone('workPhone', typed.workPhone, typed.workPhoneExtension, issues);
  return {
    givenName,
    familyName,
    workPhone: phone?.e164 ?? null,
    workPhoneExtension: phone?.extension ?? null,
  };
}

/** Reads a phone and its extension, which are two fields of a form: `<field>` and `<field>Extension`. */
export function readTypedPhone(
  field: string,
  number: string | null | undefined,
  extension: string | null | undefined,
  issues: InputIssues,
): { readonly e164: string; readonly extension: string | null } | null {
  const beside = extension?.trim() ?? '';
  if (number === null || number === undefined || number.trim() === '') {
    if (beside !== '') issues.add(field, InputIssueCode.REQUIRED, 'people.issue.phoneMissing');
    return null;
  }
  if (number.length > LONGEST_PHONE) {
    issues.add(field, InputIssueCode.TOO_LONG, undefined, { max: LONGEST_PHONE });
    return null;
  }
  const phone = readPhone(number, beside);
  if (phone !== null) return phone;

  const numberAlone = readPhone(number);
  if (numberAlone === null) issues.add(field, InputIssueCode.BAD_FORMAT, 'people.issue.phone');
  else issues.add(`${field}Extension`, InputIssueCode.BAD_FORMAT, 'people.issue.extension');
  return null;
}
