import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { isInterfaceType, isObjectType, Kind, type GraphQLSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';
import { BadRequest } from '../graphql/faults.ts';
import { addHouseGauges, type HouseParts } from './house-gauges.ts';

/**
 * `/metrics`, for operators. Labels come from the schema and the routes, never from a caller, so their number is
 * bounded. Requests are timed here; operations are counted by the plugin that is returned.
 */
export function addMetrics(
  app: FastifyInstance,
  parts: HouseParts,
  schema: GraphQLSchema,
): ApolloServerPlugin<Context> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addHouseGauges(registry, parts);

  const requests = new Histogram({
    name: 'affilia_http_request_seconds',
    help: 'Time from the first byte of a request to the end of its answer.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const operations = new Counter({
    name: 'affilia_graphql_operations_total',
    help: 'Operations by their first field and how they ended: OK, PROBLEM or the code of the first fault.',
    labelNames: ['field', 'outcome'],
    registers: [registry],
  });
  const problems = new Counter({
    name: 'affilia_problems_total',
    help: 'Refusals that people were answered with, by type, as far as the document asks for __typename.',
    labelNames: ['problem'],
    registers: [registry],
  });

  const problemTypes = problemTypesOf(schema);
  function count(request: GraphQLRequestContextWillSendResponse<Context>): void {
    if (request.response.body.kind !== 'single') return;
    const { data, errors } = request.response.body.singleResult;
    const refused = Object.values(data ?? {})
      .map(typeNameOf)
      .filter(name => problemTypes.has(name));
    for (const problem of refused) problems.inc({ problem });
    const fault = errors?.[0]?.extensions?.['code'];
    const outcome = typeof fault === 'string' ? fault : refused.length > 0 ? 'PROBLEM' : 'OK';
    operations.inc({ field: firstFieldOf(request, schema), outcome });
  }

  // By route, method and status, so that the labels of a request need not be judged anew.
  const timers = new Map<string, ReturnType<typeof requests.labels>>();
  app.addHook('onResponse', ({ routeOptions, method }, { statusCode: status, elapsedTime }, done) => {
    const route = routeOptions.url ?? 'none';
    const name = `${method} ${String(status)} ${route}`;
    const timer = timers.get(name) ?? requests.labels({ route, method, status });
    timers.set(name, timer);
    timer.observe(elapsedTime / 1_000);
    done();
  });
  app.get('/metrics', async (request, reply) => {
    // Whoever comes through a proxy comes from outside: counts are for those who reach the process itself.
    if (request.headers['x-forwarded-for'] !== undefined) throw new BadRequest('NOT_FOUND', {}, 404);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse(request) {
          count(request);
          return Promise.resolve();
        },
      }),
  };
}

function problemTypesOf(schema: GraphQLSchema): Set<string> {
  const problem = schema.getType('Problem');
  const types = isInterfaceType(problem) ? schema.getPossibleTypes(problem).filter(isObjectType) : [];
  return new Set(types.map(type => type.name));
}

function typeNameOf(value: unknown): string {
  const name = (value as { __typename?: unknown } | null | undefined)?.__typename;
  return typeof name === 'string' ? name : '';
}

function firstFieldOf(
  { operation }: GraphQLRequestContextWillSendResponse<Context>,
  schema: GraphQLSchema,
): string {
  const [first] = operation?.selectionSet.selections ?? [];
  if (!operation || first?.kind !== Kind.FIELD) return 'other';
  const name = first.name.value;
  return schema.getRootType(operation.operation)?.getFields()[name] ? name : 'other';
}
