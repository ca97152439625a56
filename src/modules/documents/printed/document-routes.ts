import type { FastifyReply, FastifyRequest } from 'fastify';
import { readPublicId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { BadRequest, RateLimited } from '../../../platform/graphql/faults.ts';
import { createRequestBudget } from '../../../platform/http/request-budget.ts';
import { openContext, peerAddress, visitorOf } from '../../../platform/http/request-context.ts';
import type { HttpRoutes } from '../../../platform/http/server.ts';
import { callerOfSession } from '../../accounts/index.ts';
import { attachment } from '../attachment.ts';
import { judgePage } from '../judge-page.ts';
import { isOver } from '../upload-attempt.ts';
import { linkParameters, readPrintingLink } from './document-link.ts';
import { printedDocuments } from './printed-document.ports.ts';

interface Asked {
  Params: { id: string };
  Querystring: Record<string, unknown>;
}

/** `/documents/:id`: prints a document, by a signed address, for whoever holds one and may still read it. */
export function documentRoutes(parts: Parts, requestsPerMinute: number): HttpRoutes {
  const budget = createRequestBudget(parts.clock, requestsPerMinute);

  return server => {
    server.addHook('onRequest', (request, reply, done) => {
      reply.header('cache-control', 'no-store');
      const { allowed, seconds } = budget.spend(peerAddress(request));
      done(allowed ? undefined : new RateLimited(seconds));
    });
    server.get<Asked>('/documents/:id', { exposeHeadRoute: false }, (request, reply) =>
      give(parts, request, reply),
    );
  };
}

async function give(
  parts: Parts,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params;
  const link = readPrintingLink(parts, id, linkParameters(request.query));
  const kind = readPublicId(id)?.kind;
  const print = kind && parts.ports.of(printedDocuments)[kind];
  if (!link || !print) throw absent();
  if (parts.clock.now() >= link.until) throw isOver();
  const caller = await callerOfSession(parts, link.sessionId);
  if (!caller) throw absent();
  judgePage(parts, request, reply, caller.client);

  const visitor = visitorOf(request, caller.client);
  const document = await print(openContext(parts, request, { ...caller, visitor }), id, link.locale);
  if (!document) throw absent();
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': document.content.length,
      'content-disposition': attachment(document.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    })
    .send(document.content);
}

/** Absent, another's, and signed by somebody else are the same answer. */
const absent = (): BadRequest => new BadRequest('NOT_FOUND', {}, 404);
