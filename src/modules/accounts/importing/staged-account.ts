import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { readWord, type Words } from '../../../platform/staging/read-cells.ts';
import type { TypedRow } from '../../../platform/staging/typed-row.ts';
import { AccountKind } from '../account.enums.ts';
import { isKnownHash } from '../old-passwords/index.ts';
import { identifierKey, LONGEST_USERNAME, SHORTEST_USERNAME, usernameFault } from '../username.ts';

/** A file names one person for each account, so that none is opened that two share. */
export const IMPORTED_ACCOUNT_KINDS = [AccountKind.INDIVIDUAL, AccountKind.NON_PERSONAL] as const;

/** The words of closed sets in such files. */
export interface AccountWordsInFiles {
  readonly kinds: Words<(typeof IMPORTED_ACCOUNT_KINDS)[number]>;
  readonly answers: Words<'YES' | 'NO'>;
}

/** What a row says about somebody's account. */
export interface StagedAccount {
  /** Left out where the row says nothing: then it is what its person is. */
  readonly kind?: AccountKind;
  readonly username: string | null;
  readonly usernameKey: string | null;
  readonly address: string | null;
  readonly normalized: string | null;
  /** Whether the other system is said to have made sure that its owner reads mail there: then it signs in at once. */
  readonly verified: boolean;
  /** As the other system kept it; null where there was none, or none that can be judged. */
  readonly hash: string | null;
  readonly hashUnknown: boolean;
}

const LONGEST_EMAIL = 254;
const LONGEST_HASH = 400;

/** Whatever cannot be read is blamed. A password of an unknown kind is left out: its owner chooses another. */
export function readStagedAccount(
  row: TypedRow,
  issues: InputIssues,
  { kinds, answers }: AccountWordsInFiles,
): StagedAccount {
  const kind = row.text('kind') === '' ? null : readWord(row, issues, 'kind', kinds);
  const username = readUsername(row, issues);
  const line = issues.line('email', row.text('email'), LONGEST_EMAIL);
  const email = line === null ? null : readEmailAddress(line);
  if (line !== null && !email) issues.add('email', InputIssueCode.BAD_FORMAT, 'accounts.import.email');
  const typed = issues.line('passwordHash', row.text('passwordHash'), LONGEST_HASH);
  const known = typed !== null && isKnownHash(typed);
  return {
    ...(kind !== null && { kind }),
    username,
    usernameKey: username === null ? null : identifierKey(username),
    address: email?.typed ?? null,
    normalized: email?.normalized ?? null,
    verified: row.text('emailVerified') !== '' && readWord(row, issues, 'emailVerified', answers) === 'YES',
    hash: known ? typed : null,
    hashUnknown: typed !== null && !known,
  };
}

function readUsername(row: TypedRow, issues: InputIssues): string | null {
  const username = row.text('username');
  if (username === '') return null;
  const fault = usernameFault(username);
  if (fault === null) return username;
  issues.add('username', InputIssueCode.NOT_ALLOWED, `accounts.usernameFault.${fault}`, {
    min: SHORTEST_USERNAME,
    max: LONGEST_USERNAME,
  });
  return null;
}
