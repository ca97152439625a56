import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '../../kernel/locale.ts';
import type { Actor, Context, Parts } from '../../platform/context.ts';
import { openContext, visitorOf, type IdentifiedClient } from '../../platform/http/request-context.ts';
import { associationById, type AssociationEntity } from '../associations/index.ts';

/** The library knows the bare request only. */
const asked = new WeakMap<IncomingMessage, FastifyRequest>();

export const remember = (request: FastifyRequest): void => {
  asked.set(request.raw, request);
};

export function requestOf(raw: IncomingMessage): FastifyRequest {
  const request = asked.get(raw);
  if (!request) throw new Error('a request came round the mount');
  return request;
}

/** What an act is given when a program asks for tokens: a tool may pass on its visitor's address. */
export function programContext(
  parts: Parts,
  raw: IncomingMessage,
  client: IdentifiedClient,
  actor: Actor | null = null,
): Context {
  const request = requestOf(raw);
  return openContext(parts, request, { client, actor, visitor: visitorOf(request, client) });
}

/** In whose colours a page is shown that is of some tree. */
export async function associationOfPage({ client, load }: Context): Promise<AssociationEntity> {
  const association = client && (await load(associationById, client.associationId));
  if (!association) throw new Error('a client names an association that is gone');
  return association;
}

/** What an act is given on a page of the realm: the person's own browser asks, on behalf of a site. */
export function pageContext(
  parts: Parts,
  request: FastifyRequest,
  client: IdentifiedClient | null,
  locale: Locale,
): Context {
  // The page is the realm's own: passkeys that are made or used on it belong to the realm's host.
  const visitor = { ...visitorOf(request, null), origin: parts.settings.publicUrl };
  // Whatever a site may ask on its own pages, this page is the realm's.
  const caller = client && { ...client, signInMode: 'DIRECT' as const };
  return openContext(parts, request, { client: caller, actor: null, visitor }, locale);
}
