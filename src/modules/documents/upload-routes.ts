import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromPublicId, type UploadId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { BadRequest, RateLimited } from '../../platform/graphql/faults.ts';
import { answerPreflight, isPossibleOrigin } from '../../platform/http/cross-origin.ts';
import { createRequestBudget } from '../../platform/http/request-budget.ts';
import { headerOf, openContext, peerAddress, visitorOf } from '../../platform/http/request-context.ts';
import type { HttpRoutes } from '../../platform/http/server.ts';
import { callerOfSession } from '../accounts/index.ts';
import { clientForProvider, isRegisteredOrigin } from '../integrations/index.ts';
import { attachment } from './attachment.ts';
import { tooLong, tooShort } from './content-check.ts';
import { judgePage } from './judge-page.ts';
import { readUpload } from './read-upload.ts';
import { receiveUpload } from './receive-upload.ts';
import { isOver } from './upload-attempt.ts';
import { isSendingSignature, readLink } from './upload-link.ts';
import { UploadEntity } from './upload.entity.ts';

/** What was refused while it came is read on for a moment, so that its sender hears why; then the line is cut. */
const HEAR_OUT_MS = 5_000;

interface Asked {
  Params: { id: string };
  Querystring: Partial<Record<'session' | 'until' | 'signature', string | string[]>>;
}

/** `/uploads/:id`: takes the bytes of an upload and gives them back, by signed addresses, to whoever holds one. */
export function uploadRoutes(parts: Parts, requestsPerMinute: number): HttpRoutes {
  const budget = createRequestBudget(parts.clock, requestsPerMinute);

  return server => {
    server.removeAllContentTypeParsers();
    // The bytes are judged by what they are, and never gathered in memory.
    server.addContentTypeParser('*', (_request, body, done) => done(null, body));
    server.addHook('onRequest', (request, reply, done) => {
      reply.header('cache-control', 'no-store');
      const { allowed, seconds } = budget.spend(peerAddress(request));
      done(allowed ? undefined : new RateLimited(seconds));
    });

    server.options('/uploads/:id', async (request, reply) => {
      const origin = headerOf(request, 'origin');
      if (
        origin !== null &&
        isPossibleOrigin(origin, parts.settings) &&
        (await isRegisteredOrigin(parts.db, origin))
      )
        answerPreflight(reply, origin, 'GET, PUT');
      return reply.code(204).send();
    });

    server.put<Asked>('/uploads/:id', { config: { longBody: true } }, async (request, reply) => {
      try {
        await take(parts, request, reply);
      } catch (error) {
        hearOut(request.raw);
        throw error;
      }
      return reply.code(204).send();
    });

    server.get<Asked>('/uploads/:id', { exposeHeadRoute: false }, (request, reply) =>
      give(parts, request, reply),
    );
  };
}

async function take(parts: Parts, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<void> {
  const id = idIn(request);
  const row = await parts.db.entities.findOneBy(UploadEntity, { id });
  const client = row && (await clientForProvider(parts, row.clientId));
  if (!client || !isSendingSignature(parts, row, parameters(request).signature)) throw absent();
  judgePage(parts, request, reply, client);
  if (row.removedAt !== null || parts.clock.now() >= row.expiresAt) throw isOver();

  const announced = Number(headerOf(request, 'content-length') ?? row.size);
  if (announced > row.size) throw tooLong();
  if (announced < row.size) throw tooShort();
  await receiveUpload(parts, row, request.raw, { client, requestId: request.id });
}

async function give(
  parts: Parts,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = idIn(request);
  const link = readLink(parts, id, parameters(request));
  if (!link) throw absent();
  if (parts.clock.now() >= link.until) throw isOver();
  const caller = await callerOfSession(parts, link.sessionId);
  if (!caller) throw absent();
  judgePage(parts, request, reply, caller.client);

  const visitor = visitorOf(request, caller.client);
  const file = await readUpload(openContext(parts, request, { ...caller, visitor }), id);
  if (!file) throw absent();
  return reply
    .headers({
      'content-type': file.type,
      'content-length': file.size,
      'content-disposition': attachment(file.name),
      // Whatever a document holds, a browser that shows it all the same lets it do nothing.
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    })
    .send(file.content);
}

function idIn({ params }: FastifyRequest<Asked>): UploadId {
  const id = fromPublicId('Upload', params.id);
  if (!id) throw absent();
  return id;
}

/** One that is given twice is none. */
function parameters({ query }: FastifyRequest<Asked>): Record<'session' | 'until' | 'signature', string> {
  const one = (given: string | string[] | undefined): string => (typeof given === 'string' ? given : '');
  return { session: one(query.session), until: one(query.until), signature: one(query.signature) };
}

/** Absent, another's, and signed by somebody else are the same answer. */
const absent = (): BadRequest => new BadRequest('NOT_FOUND', {}, 404);

function hearOut(body: IncomingMessage): void {
  if (body.complete || body.destroyed) return;
  const timer = setTimeout(() => body.destroy(), HEAR_OUT_MS).unref();
  body.once('close', () => clearTimeout(timer)).resume();
}
