import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Parts } from '../../platform/context.ts';
import { allowReading, judgeOrigin } from '../../platform/http/cross-origin.ts';
import { headerOf, type IdentifiedClient } from '../../platform/http/request-context.ts';

/** Programs send no origin, nor do browsers that follow a link. */
export function judgePage(
  { settings }: Parts,
  request: Pick<FastifyRequest, 'headers' | 'host'>,
  reply: FastifyReply,
  client: IdentifiedClient,
): void {
  const origin = headerOf(request, 'origin');
  if (origin === null) return;
  judgeOrigin({ origin, host: request.host }, client, settings);
  allowReading(reply, origin);
}
