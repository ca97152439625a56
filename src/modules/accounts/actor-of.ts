import type { Actor, CallingClient, Context } from '../../platform/context.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';

/** Who is signed in; thrown back to the program when nobody is. */
export function actorOf({ actor }: Pick<Context, 'actor'>): Actor {
  if (!actor) throw new Unauthenticated();
  return actor;
}

export function clientOf({ client }: Pick<Context, 'client'>): CallingClient {
  if (!client) throw new Unauthenticated('CLIENT_MISSING');
  return client;
}

/** Whether the calling client's own pages may ask for a password; others are not given the forms that do. */
export const takesPasswords = ({ client }: Pick<Context, 'client'>): boolean =>
  client?.signInMode === 'DIRECT';
