import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context, Parts } from '../context.ts';
import { loneMutations } from '../graphql/enforce-policy.ts';
import { BadRequest, InternalFault, RateLimited } from '../graphql/faults.ts';
import { createDocumentLimits, judgeVariables } from '../graphql/limits.ts';
import { UNWORDED } from '../graphql/mask-errors.ts';
import { answerPreflight, isPossibleOrigin } from './cross-origin.ts';
import { chooseAnswerType, readEnvelope } from './envelope.ts';
import type { Gate, GateOptions } from './gate.ts';
import { createRequestBudget } from './request-budget.ts';
import { headerOf, openContext, peerAddress, type Caller } from './request-context.ts';
import { createDocumentChoice, type TrustedDocuments } from './trusted-documents.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the gate of `/graphql`. */
    caller: Caller | null;
  }
}

export interface EndpointOptions extends Pick<GateOptions, 'isRegisteredOrigin' | 'requestsPerMinute'> {
  readonly apollo: ApolloServer<Context>;
  readonly gate: Gate;
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
}

const NEVER_GRAPHQL = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'];

/** `POST /graphql`: the gate, then the limits, then Apollo. */
export function addGraphqlEndpoint(app: FastifyInstance, parts: Parts, options: EndpointOptions): void {
  const { apollo, gate, schema, documents, isRegisteredOrigin, requestsPerMinute } = options;
  const chooseDocument = createDocumentChoice(documents, parts.settings);
  const judgeDocument = createDocumentLimits(loneMutations(schema));
  const execute = fastifyApolloHandler<Context>(apollo, {
    context: request => {
      if (!request.caller) throw new Error('a request came round the gate');
      return Promise.resolve(openContext(parts, request, request.caller));
    },
  });

  app.decorateRequest('caller', null);
  app.post('/graphql', {
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      request.caller = await gate(request, reply);
    },
    handler: async function (request, reply) {
      const answerType = chooseAnswerType(request);
      if (answerType === null) throw new BadRequest('NOT_ACCEPTABLE', {}, 406);
      const envelope = readEnvelope(request.body);
      const query = await chooseDocument(envelope, request.caller?.client ?? null);
      judgeDocument(query);
      judgeVariables(envelope.variables);
      const { variables, operationName } = envelope;
      request.body = { query, variables, operationName };
      // Apollo would judge the header after it has run the operation, and lose the answer of a mutation.
      request.headers.accept = answerType;
      const answer: unknown = await execute.call(this, request, reply);
      if (typeof answer === 'string' && answer.startsWith(UNWORDED))
        throw reply.statusCode < 500 ? new BadRequest(undefined, {}, reply.statusCode) : new InternalFault();
      return answer;
    },
  });

  // Each asks the database on behalf of nobody; a browser that is let through asks once in two hours.
  const preflights = createRequestBudget(parts.clock, requestsPerMinute);
  app.options('/graphql', async (request, reply) => {
    const { allowed, seconds } = preflights.spend(peerAddress(request));
    if (!allowed) throw new RateLimited(seconds);
    const origin = headerOf(request, 'origin');
    const known =
      origin !== null && isPossibleOrigin(origin, parts.settings) && (await isRegisteredOrigin(origin));
    if (known) answerPreflight(reply, origin);
    return reply.code(204).send();
  });
  app.route({
    method: NEVER_GRAPHQL,
    url: '/graphql',
    handler: (_request, reply) => {
      reply.header('allow', 'POST, OPTIONS');
      throw new BadRequest('METHOD', {}, 405);
    },
  });
}
