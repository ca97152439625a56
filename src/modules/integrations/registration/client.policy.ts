import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { mayActAsStaff, StaffRole } from '../../associations/index.ts';
import type { ClientFacts } from './client-facts.ts';

/** Whether the signed-in person administers the clients of an association. */
export const mayManageClients = (context: Context, associationId: string): Promise<boolean> =>
  mayActAsStaff(context, associationId, [StaffRole.ADMIN], ClientScope.CLIENTS_MANAGE);

/**
 * Whether the signed-in person is the realm's administrator for a tree: an administrator of the body at its top. What
 * a site may do with passwords concerns every association below it, independent ones included.
 */
export const isRealmAdministrator = (context: Context, rootId: string): Promise<boolean> =>
  mayManageClients(context, rootId);

/** The scopes that the calling client itself lacks: nobody takes more out of a tool than it may do. */
export const beyondOwn = (
  { client }: Pick<Context, 'client'>,
  scopes: ClientFacts['scopes'],
): readonly ClientScope[] => scopes.filter(scope => !client?.scopes.includes(scope));
