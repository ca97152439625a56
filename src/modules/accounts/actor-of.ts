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
