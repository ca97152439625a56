import type { FastifyReply } from 'fastify';
import type { Settings } from '../context.ts';
import { Forbidden } from '../graphql/faults.ts';
import type { IdentifiedClient } from './request-context.ts';

type Realm = Pick<Settings, 'realmMode' | 'publicUrl'>;

interface Sent {
  readonly origin: string;
  /** To which the request was addressed, with its port. */
  readonly host: string;
}

const EXPOSED =
  'Retry-After, RateLimit, RateLimit-Policy, Content-Language, X-Request-Id, Deprecation, Sunset';
const ACCEPTED =
  'content-type, authorization, accept-language, x-affilia-client, x-request-id, apollo-require-preflight';
/** Two hours: no browser remembers longer. */
const REMEMBERED_SECONDS = '7200';

/** Lets the page of this origin read the answer. Never with credentials: nobody is known here by a cookie. */
export function allowReading(reply: FastifyReply, origin: string): void {
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED });
}

export function answerPreflight(reply: FastifyReply, origin: string, methods = 'POST'): void {
  allowReading(reply, origin);
  reply.headers({
    'access-control-allow-methods': methods,
    'access-control-allow-headers': ACCEPTED,
    'access-control-max-age': REMEMBERED_SECONDS,
  });
}

/** Whether any client of this realm could have pages at this origin; which one is judged by the request itself. */
export const isPossibleOrigin = (origin: string, { realmMode }: Realm): boolean =>
  isWholeOrigin(origin) && (realmMode === 'TEST' || !isLoopback(origin));

/** Throws unless a page of this origin may speak for the client. Programs send no origin. */
export function judgeOrigin({ origin, host }: Sent, client: IdentifiedClient, realm: Realm): void {
  if (client.kind === 'SECRET') throw new Forbidden('SECRET_IN_BROWSER');
  if (isOwnPage({ origin, host }, realm)) return;
  if (!client.origins.includes(origin) || !isPossibleOrigin(origin, realm)) throw new Forbidden('ORIGIN');
}

/** A page that we serve ourselves; on one's own machine under whichever of its names it was opened. */
function isOwnPage({ origin, host }: Sent, { realmMode, publicUrl }: Realm): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return realmMode === 'TEST' && isLoopback(origin) && URL.parse(origin)?.host === host;
}

/** `null` of sandboxed pages, and whatever a browser would not have written, is no origin. */
function isWholeOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === origin;
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}
