import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context, Parts } from '../context.ts';
import { loneMutations } from '../graphql/enforce-policy.ts';
import { BadRequest, RateLimited } from '../graphql/faults.ts';
import { createDocumentLimits, judgeVariables } from '../graphql/limits.ts';
import { askApollo } from './ask-apollo.ts';
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

  app.decorateRequest('caller', null);
  app.post('/graphql', {
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      request.caller = await gate(request, reply);
    },
    handler: async (request, reply) => {
      if (!request.caller) throw new Error('a request came round the gate');
      const answerType = chooseAnswerType(request);
      if (answerType === null) throw new BadRequest('NOT_ACCEPTABLE', {}, 406);
      const envelope = readEnvelope(request.body);
      const query = await chooseDocument(envelope, request.caller.client);
      judgeDocument(query);
      judgeVariables(envelope.variables);
      const { variables, operationName } = envelope;
      const context = openContext(parts, request, request.caller);
      const answer = await askApollo(apollo, request, { query, variables, operationName }, context);
      return reply
        .code(answer.status)
        .headers(answer.headers)
        .type(`${answerType}; charset=utf-8`)
        .send(answer.text);
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
