import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { localeInCell } from '../../../platform/staging/read-cells.ts';
import { presentOf, type TypedRow } from '../../../platform/staging/typed-row.ts';
import { personSearchKey } from '../person.ts';
import { readProfile } from '../profile.ts';

/** What a row says about somebody: columns that its file lacks are left out. */
export interface StagedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly searchKey: string;
  readonly locale: Locale;
  readonly contactEmail?: string | null;
  readonly workPhone?: string | null;
  readonly workPhoneExtension?: string | null;
}

const LONGEST_EMAIL = 254;

/** By the same rules as a profile that somebody types. Whatever cannot be read is blamed. */
export function readStagedPerson(row: TypedRow, issues: InputIssues): StagedPerson {
  const { givenName, familyName, ...phone } = readProfile(
    {
      givenName: row.text('givenName'),
      familyName: row.text('familyName'),
      workPhone: row.text('workPhone'),
      workPhoneExtension: row.text('workPhoneExtension'),
    },
    issues,
  );
  const contactEmail = readEmail(row, issues);
  return {
    givenName,
    familyName,
    searchKey: personSearchKey({ givenName, familyName }),
    locale: readLanguage(row, issues),
    ...presentOf(row, { contactEmail, workPhone: phone.workPhone }),
    // An extension written behind the number needs no column of its own.
    ...(row.has('workPhone') && { workPhoneExtension: phone.workPhoneExtension }),
  };
}

function readEmail(row: TypedRow, issues: InputIssues): string | null {
  const line = issues.line('contactEmail', row.text('contactEmail'), LONGEST_EMAIL);
  const address = line && readEmailAddress(line);
  if (line && !address) issues.add('contactEmail', InputIssueCode.BAD_FORMAT, 'people.issue.email');
  return address ? address.typed : null;
}

function readLanguage(row: TypedRow, issues: InputIssues): Locale {
  const typed = row.text('locale');
  const locale = localeInCell(typed);
  if (locale !== null) return locale;
  if (typed === '') issues.add('locale', InputIssueCode.REQUIRED);
  else issues.add('locale', InputIssueCode.NOT_ALLOWED, 'people.issue.language');
  return 'fr-CA';
}
