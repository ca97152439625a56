import type { FastifyRequest } from 'fastify';
import { chooseLocale, type Locale } from '../../kernel/locale.ts';
import type { Actor, CallingClient, Context, Parts, Visitor } from '../context.ts';
import { openLoaders } from '../database/loader.ts';
import { recentlyUsed } from '../secrets/recently-used.ts';
import { normalizeAddress } from './visitor-address.ts';

/** A client as its key names it, with the pages that may use it. */
export type IdentifiedClient = CallingClient & { readonly origins: readonly string[] };

/** Who is behind a request, as far as its headers prove it. */
export interface Caller {
  readonly client: IdentifiedClient | null;
  readonly actor: Actor | null;
  readonly visitor: Visitor;
}

const LONGEST_USER_AGENT = 300;

/** Browsers say the same few things again and again. */
const chosenLocales = recentlyUsed<Locale>(500);
const LONGEST_REMEMBERED = 100;

/** French comes first where a browser asks for neither of our languages. */
export function localeOfRequest(request: FastifyRequest): Locale {
  const wanted = headerOf(request, 'accept-language') ?? '';
  const known = chosenLocales.get(wanted);
  if (known) return known;
  const chosen = chooseLocale(wanted, 'fr-CA');
  if (wanted.length <= LONGEST_REMEMBERED) chosenLocales.set(wanted, chosen);
  return chosen;
}

export function headerOf({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}

/** The address of the visitor: only a client with a secret may pass on another one than its own. */
export function visitorOf(request: FastifyRequest, client: CallingClient | null): Visitor {
  const passedOn = client?.kind === 'SECRET' ? headerOf(request, 'x-affilia-visitor') : null;
  return {
    address: (passedOn !== null && normalizeAddress(passedOn.trim())) || peerAddress(request),
    userAgent: headerOf(request, 'user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
    origin: headerOf(request, 'origin'),
  };
}

/** Who is at the other end of the line, or behind the configured proxies. */
export const peerAddress = (request: FastifyRequest): string =>
  normalizeAddress(request.ip) ?? normalizeAddress(request.socket.remoteAddress ?? '') ?? 'unknown';

export function openContext(
  parts: Parts,
  request: FastifyRequest,
  caller: Caller,
  locale = localeOfRequest(request),
): Context {
  const context: Context = {
    ...parts,
    ...caller,
    locale,
    wording: parts.wordings.in(locale),
    requestId: request.id,
    log: parts.log.child({ requestId: request.id }),
    load: openLoaders(() => context),
  };
  return context;
}
