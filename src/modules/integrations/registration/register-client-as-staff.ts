import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { once } from '../../../platform/database/idempotency.ts';
import type { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { refuse } from '../../../platform/problem.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { registerClient, type NewClient } from '../register-client.ts';
import type { PageFacts } from './client-facts.ts';
import { beyondOwn } from './client.policy.ts';
import { ScopesBeyondOwn } from './client.problems.ts';
import { associationInCare } from './clients-in-care.ts';
import { LONGEST_NAME, readDisplayName, type TypedDisplayName } from './read-display-name.ts';
import { readOrigins, readPages, readRedirectUris } from './read-addresses.ts';
import { readScopes } from './read-scopes.ts';

export interface RegisterClient extends TypedDisplayName {
  readonly associationId: string;
  readonly name: string;
  readonly kind: NewClient['kind'];
  readonly origins: readonly string[];
  readonly pages: readonly PageFacts[];
  readonly redirectUris: readonly string[];
  readonly scopes: readonly ClientScope[];
  readonly idempotencyKey?: string | undefined;
}

export interface RegisteredClient {
  readonly id: ClientId;
  /** Shown this once. */
  readonly key: string;
}

/** Registers a program of an association. It signs people in on the realm's page until an administrator grants more. */
export async function registerClientAsStaff(
  context: Context,
  { idempotencyKey: key, ...input }: RegisterClient,
): Promise<RegisteredClient> {
  demandFreshSignIn(context);
  const association = await associationInCare(context, input.associationId);
  const wanted = read(context, association, input);
  const beyond = beyondOwn(context, wanted.scopes ?? []);
  if (beyond.length > 0) refuse(new ScopesBeyondOwn(beyond));

  return once(context, { operation: 'registerClient', key, input }, async tx => {
    const registered = await registerClient(context, tx, wanted);
    return { id: registered.client.id, key: registered.key };
  });
}

function read(
  { wording, settings }: Context,
  { id: associationId }: AssociationEntity,
  { kind, ...typed }: Omit<RegisterClient, 'idempotencyKey'>,
): NewClient {
  const issues = new InputIssues(wording);
  const registered = { kind, keyMode: settings.realmMode };
  const wanted: NewClient = {
    associationId,
    ...registered,
    signInMode: 'HOSTED',
    name: issues.requiredLine('name', typed.name, LONGEST_NAME),
    displayName: readDisplayName(issues, typed),
    origins: readOrigins(issues, registered, typed.origins),
    pages: readPages(issues, registered, typed.pages),
    redirectUris: readRedirectUris(issues, 'redirectUris', registered, typed.redirectUris),
    scopes: readScopes(issues, registered, typed.scopes),
  };
  issues.refuseIfAny();
  return wanted;
}
