import { CLIENT_SCOPES, ClientScope } from '../../../platform/graphql/client-scope.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import type { ClientFacts } from './client-facts.ts';

const { NOT_ALLOWED } = InputIssueCode;

/** Scopes, each once, in the order of the list. A site has none: whoever opens its pages has its key. */
export function readScopes(
  issues: InputIssues,
  { kind, keyMode }: Pick<ClientFacts, 'kind' | 'keyMode'>,
  wanted: readonly ClientScope[],
): readonly ClientScope[] {
  if (kind === 'PUBLISHABLE' && wanted.length > 0)
    issues.add('scopes', NOT_ALLOWED, 'integrations.issue.scopesOfSite');
  else if (keyMode === 'LIVE' && wanted.includes(ClientScope.TEST_REALM))
    issues.add('scopes', NOT_ALLOWED, 'integrations.issue.testRealmOnly');
  return CLIENT_SCOPES.filter(scope => wanted.includes(scope));
}
