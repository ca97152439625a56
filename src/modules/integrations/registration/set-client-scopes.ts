import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { refuse } from '../../../platform/problem.ts';
import { ClientEntity } from '../client.entity.ts';
import { changeClient } from './change-client.ts';
import { beyondOwn } from './client.policy.ts';
import { ScopesBeyondOwn } from './client.problems.ts';
import { clientToChange } from './clients-in-care.ts';
import { readScopes } from './read-scopes.ts';

export interface SetClientScopes {
  readonly clientId: string;
  readonly scopes: readonly ClientScope[];
}

/** Says what a tool may be used for, from the next request on. What it has already may stay. */
export async function setClientScopes(context: Context, input: SetClientScopes): Promise<ClientId> {
  const client = await clientToChange(context, input.clientId);
  const issues = new InputIssues(context.wording);
  const scopes = readScopes(issues, client, input.scopes);
  issues.refuseIfAny();
  const added = scopes.filter(scope => !client.scopes.includes(scope));
  const beyond = beyondOwn(context, added);
  if (beyond.length > 0) refuse(new ScopesBeyondOwn(beyond));

  return changeClient(context, client, {
    act: 'setClientScopes',
    before: { scopes: client.scopes },
    after: { scopes },
    apply: tx => tx.update(ClientEntity, { id: client.id }, { scopes: [...scopes] }),
  });
}
