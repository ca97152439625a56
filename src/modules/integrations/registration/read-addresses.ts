import type { RealmMode } from '../../../platform/context.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { isClientOrigin, isClientPage, isRedirectUri } from '../client-address.ts';
import type { ClientFacts, PageFacts } from './client-facts.ts';

type Registered = Pick<ClientFacts, 'kind' | 'keyMode'>;

/** Of a field, so that a site has a handful of environments and nobody keeps a list of strangers here. */
export const MOST_ADDRESSES = 50;

const { BAD_FORMAT, NOT_ALLOWED, OUT_OF_RANGE } = InputIssueCode;

/** The origins from which pages call; a secret key has no business in a page. */
export function readOrigins(
  issues: InputIssues,
  { kind, keyMode }: Registered,
  typed: readonly string[],
): readonly string[] {
  if (kind === 'SECRET' && typed.length > 0)
    issues.add('origins', NOT_ALLOWED, 'integrations.issue.secretInBrowser');
  return readEach(issues, 'origins', typed, keyMode, isClientOrigin, 'integrations.issue.origin');
}

export const readRedirectUris = (
  issues: InputIssues,
  field: string,
  { keyMode }: Registered,
  typed: readonly string[],
): readonly string[] =>
  readEach(issues, field, typed, keyMode, isRedirectUri, 'integrations.issue.redirectUri');

/** Where a sign-out elsewhere is told; none where the line is blank. */
export function readBackchannel(
  issues: InputIssues,
  { keyMode }: Registered,
  typed: string | null | undefined,
): string | null {
  const uri = typed?.trim() ?? '';
  if (uri === '') return null;
  if (!isRedirectUri(uri, keyMode))
    issues.add('backchannelLogoutUri', BAD_FORMAT, 'integrations.issue.redirectUri');
  return uri;
}

/** One address per page and language. */
export function readPages(
  issues: InputIssues,
  { keyMode }: Registered,
  typed: readonly PageFacts[],
): readonly PageFacts[] {
  refuseMany(issues, 'pages', typed);
  const seen = new Set<string>();
  typed.forEach(({ page, locale, url }, i) => {
    const path = ['pages', String(i)];
    if (!isClientPage(url, keyMode)) issues.add([...path, 'url'], BAD_FORMAT, 'integrations.issue.page');
    if (seen.has(`${page} ${locale}`))
      issues.add([...path, 'page'], NOT_ALLOWED, 'integrations.issue.pageTwice');
    seen.add(`${page} ${locale}`);
  });
  return typed;
}

function readEach(
  issues: InputIssues,
  field: string,
  typed: readonly string[],
  mode: RealmMode,
  fits: (text: string, mode: RealmMode) => boolean,
  sentence: string,
): readonly string[] {
  refuseMany(issues, field, typed);
  typed.forEach((text, i) => {
    if (!fits(text, mode)) issues.add([field, String(i)], BAD_FORMAT, sentence);
  });
  return [...new Set(typed)];
}

function refuseMany(issues: InputIssues, field: string, typed: readonly unknown[]): void {
  if (typed.length > MOST_ADDRESSES)
    issues.add(field, OUT_OF_RANGE, undefined, { min: 0, max: MOST_ADDRESSES });
}
