import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Parts } from '../context.ts';
import { BadRequest, RateLimited, Unauthenticated } from '../graphql/faults.ts';
import { allowReading, isPossibleOrigin, judgeOrigin } from './cross-origin.ts';
import { createRequestBudget, type Budgeted } from './request-budget.ts';
import { headerOf, peerAddress, visitorOf, type Caller, type IdentifiedClient } from './request-context.ts';

export interface Credentials {
  readonly clientKey: string | null;
  readonly bearer: string | null;
}

export interface Identified {
  /** Null for a key that is not one of this realm. */
  readonly client: IdentifiedClient | null;
  /** Null when the token is not valid, has expired or belongs to another client. */
  readonly actor: Actor | null;
}

export interface GateOptions {
  readonly identify: (credentials: Credentials) => Promise<Identified>;
  readonly isRegisteredOrigin: (origin: string) => Promise<boolean>;
  /** Of one visitor through one client. */
  readonly requestsPerMinute: number;
}

export type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>;

/** Judges who calls, before the body is read: client, origin, token, budget. */
export function createGate(
  parts: Parts,
  { identify, isRegisteredOrigin, requestsPerMinute }: GateOptions,
): Gate {
  const { clock, settings } = parts;
  const budget = createRequestBudget(clock, requestsPerMinute);

  const policy = `"requests";q=${budget.limit};w=${budget.windowSeconds}`;

  function tell(reply: FastifyReply, { allowed, left, seconds }: Budgeted): void {
    reply.headers({ 'ratelimit-policy': policy, ratelimit: `"requests";r=${left};t=${seconds}` });
    if (!allowed) throw new RateLimited(seconds);
  }

  return async (request, reply) => {
    if (!PLAIN_HOST.test(request.host) && !URL.canParse(`http://${request.host}/`)) throw new BadRequest();
    const origin = headerOf(request, 'origin');
    const credentials = credentialsOf(request);
    const stranger = `nobody ${peerAddress(request)}`;
    const looked = budget.look(stranger);
    if (!looked.allowed) tell(reply, looked);

    const { client, actor } = isSilent(credentials) ? NOBODY : await identify(credentials);
    if (!client) {
      tell(reply, budget.spend(stranger));
      if (origin !== null && isPossibleOrigin(origin, settings) && (await isRegisteredOrigin(origin)))
        allowReading(reply, origin);
      if (credentials.clientKey !== null) throw new Unauthenticated('CLIENT_UNKNOWN');
      if (credentials.bearer !== null) throw new Unauthenticated('CLIENT_MISSING');
      return { client, actor: null, visitor: visitorOf(request, null) };
    }

    const visitor = visitorOf(request, client);
    if (origin !== null) {
      judgeOrigin({ origin, host: request.host }, client, settings);
      allowReading(reply, origin);
    }
    tell(reply, budget.spend(`${client.id} ${visitor.address}`));
    // Going on without the person would answer as to somebody signed out; the program must learn to refresh instead.
    if (credentials.bearer !== null && credentials.clientKey !== null && !actor)
      throw new Unauthenticated('TOKEN');
    return { client, actor, visitor };
  };
}

/** As nearly all are: anything else is looked at more closely. */
const PLAIN_HOST = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*(?::\d{1,5})?$/i;

/** A program without a person may be known by its token alone. */
const isSilent = ({ clientKey, bearer }: Credentials): boolean => clientKey === null && bearer === null;

const NOBODY: Identified = { client: null, actor: null };

function credentialsOf(request: FastifyRequest): Credentials {
  const authorization = headerOf(request, 'authorization');
  const [, bearer = ''] = /^bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return { clientKey: headerOf(request, 'x-affilia-client'), bearer: authorization === null ? null : bearer };
}
