import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { isRealmAdministrator, mayAsStaff } from '../../associations/index.ts';
import type { ClientFacts } from './client-facts.ts';

/** Whether the signed-in person administers the clients of an association. */
export const mayManageClients = (context: Context, associationId: string): Promise<boolean> =>
  mayAsStaff(context, 'MANAGE_CLIENTS', associationId);

/**
 * Whether the signed-in person may let sites of the tree take passwords. Usernames and addresses sign in all over the
 * realm, so that such a site takes those of every federation: that is for whom the operator trusts, through a tool for
 * clients.
 */
export const mayGrantDirectSignIn = async (context: Context): Promise<boolean> =>
  context.client?.scopes.includes(ClientScope.CLIENTS_MANAGE) === true && isRealmAdministrator(context);

/** The scopes that the calling client itself lacks: nobody takes more out of a tool than it may do. */
export const beyondOwn = (
  { client }: Pick<Context, 'client'>,
  scopes: ClientFacts['scopes'],
): readonly ClientScope[] => scopes.filter(scope => !client?.scopes.includes(scope));
