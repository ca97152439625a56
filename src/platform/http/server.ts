import { setTimeout as pause } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Parts } from '../context.ts';
import { BadRequest } from '../graphql/faults.ts';
import { answerFault, BODY_LIMIT_KB } from './answer-fault.ts';
import { startApollo } from './apollo.ts';
import { createGate, type GateOptions } from './gate.ts';
import { addGraphiql } from './graphiql.ts';
import { addGraphqlEndpoint } from './graphql-endpoint.ts';
import { addHealth, type HealthOptions } from './health.ts';
import { addMetrics } from './metrics.ts';
import type { TrustedDocuments } from './trusted-documents.ts';
import { localeOfRequest } from './request-context.ts';
import { createRequestIds } from './request-ids.ts';
import { securityHeaders } from './security-headers.ts';
import { LONGEST_REQUEST_MS, limitSlowBodies } from './slow-bodies.ts';

/** Adds pages of other rooms: the mailbox, the realm's own pages. */
export type HttpRoutes = (app: FastifyInstance) => void | Promise<void>;

export interface HttpOptions extends GateOptions, Pick<HealthOptions, 'migrations' | 'storage'> {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
  /** Addresses or networks whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  /** The test client's key that GraphiQL sends; null where GraphiQL and introspection are off. */
  readonly graphiqlKey: string | null;
  readonly routes: readonly HttpRoutes[];
}

export interface HttpServer {
  /** Takes requests; port 0 is any free one. */
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  /** Takes no more requests and lets those in flight finish, for ten seconds at most. */
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;
/** While others are being served, some requests have been sent that nobody has read yet: they are taken as well. */
const LAST_CALL_MS = 300;
/** On a busy machine it takes longer to read them: as long as some come, there is another call. */
const LAST_CALLS = 10;

export async function createHttpServer(parts: Parts, options: HttpOptions): Promise<HttpServer> {
  const { schema, trustedProxies, graphiqlKey } = options;
  const { log, settings, random, tokens } = parts;
  const answer = answerFault(parts);
  let closing = false;
  let inFlight = 0;
  let taken = 0;

  const app = fastify({
    bodyLimit: BODY_LIMIT_KB * 1024,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: LONGEST_REQUEST_MS,
    genReqId: createRequestIds(random),
    // Fastify's own answer to an address that cannot be read would quote it.
    frameworkErrors: (_error, request, reply) => {
      answer(new BadRequest(), request, reply);
    },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answer);
  app.setNotFoundHandler(() => {
    throw new BadRequest('NOT_FOUND', {}, 404);
  });
  const everywhere = securityHeaders(settings);
  app.addHook('onRequest', (request, reply, done) => {
    inFlight++;
    taken++;
    reply.headers({
      ...everywhere,
      'x-request-id': request.id,
      'content-language': localeOfRequest(request),
      vary: 'Accept-Language, Origin',
    });
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // A request that came before the stop would otherwise leave its connection open behind it.
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    inFlight--;
    const { id: requestId, method, routeOptions } = request;
    const { statusCode: status, elapsedTime } = reply;
    const facts = {
      requestId,
      method,
      route: routeOptions.url,
      status,
      milliseconds: Math.round(elapsedTime),
    };
    if (status >= 500) log.warn(facts, 'answered');
    else log.debug(facts, 'answered');
    done();
  });

  limitSlowBodies(app);

  const countOperations = addMetrics(app, { ...parts, storage: options.storage }, schema);
  const introspection = graphiqlKey !== null;
  const apollo = await startApollo({ schema, introspection, log, plugins: [countOperations] });
  addGraphqlEndpoint(app, parts, { ...options, apollo, gate: createGate(parts, options) });
  const { migrations, storage } = options;
  addHealth(app, parts, { migrations, storage, isClosing: () => closing });
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply
      .headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' })
      .type('application/jwk-set+json')
      .send(JSON.stringify(await tokens.jwks())),
  );
  if (graphiqlKey !== null) addGraphiql(app, graphiqlKey);
  // Each in a scope of its own: what one room adds to its answers is not for the others.
  for (const addRoutes of options.routes) await app.register(async scope => addRoutes(scope));

  return {
    listen: async (port, host) => ({ url: await app.listen({ port, host }) }),
    async close() {
      closing = true;
      const timer = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
      for (let calls = 0, before = -1; inFlight > 0 && taken > before && calls < LAST_CALLS; calls++) {
        before = taken;
        await pause(LAST_CALL_MS);
      }
      await app.close();
      clearTimeout(timer);
      await apollo.stop();
    },
  };
}
