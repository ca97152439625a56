import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context } from '../context.ts';
import { classifyError, type Asked } from './classify-error.ts';
import { InternalFault, type Fault } from './faults.ts';

type Answering = Pick<Context, 'wording' | 'requestId' | 'log'>;

/** Where an error stands: in the answer, or in the document. */
export type Place = Pick<GraphQLFormattedError, 'path' | 'locations'>;

/** A fault in the words of the request's language. This is all that a caller is ever told. */
export function wordFault(
  fault: Fault,
  { wording, requestId }: Omit<Answering, 'log'>,
  place: Place = {},
): GraphQLFormattedError {
  const { code, retryAfterSeconds } = fault;
  return {
    message: wording.of(fault.wordingKey, fault.values),
    ...(place.locations && { locations: place.locations }),
    ...(place.path && { path: place.path }),
    extensions: { code, requestId, ...(retryAfterSeconds !== null && { retryAfterSeconds }) },
  };
}

/** What a fault adds to the head of an answer. */
export function faultHeaders({ code, retryAfterSeconds }: Fault): Record<string, string> {
  return {
    ...(retryAfterSeconds !== null && { 'retry-after': String(retryAfterSeconds) }),
    ...(code === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer' }),
  };
}

/** The fault that is answered for any error. Whatever we did not foresee is written to the log and said to be our mistake. */
export function faultOf(error: unknown, { log }: Pick<Answering, 'log'>, asked: Asked): Fault {
  const fault = classifyError(error, asked);
  // graphql-js wraps what a field threw and keeps its sentence, which may quote values: the cause is described instead.
  const facts = {
    error: unwrapResolverError(error),
    path: error instanceof GraphQLError ? error.path : undefined,
  };
  if (fault === null) log.error(facts, 'unexpected error');
  else if (fault.code === 'SERVICE_BUSY') log.warn(facts, 'service busy');
  return fault ?? new InternalFault();
}

/** Replaces every sentence of an answer by ours, and gives an answer without data the status of its first fault. */
export function maskErrors(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse(request) {
          maskAnswer(request);
          return Promise.resolve();
        },
      }),
  };
}

function maskAnswer(request: GraphQLRequestContextWillSendResponse<Context>): void {
  const { errors, contextValue, response } = request;
  if (!errors?.length || response.body.kind !== 'single') return;
  const asked = {
    schema: request.schema,
    operation: request.operation,
    variables: request.request.variables,
  };
  // Every wrong variable is an error of graphql-js; the first place is enough to go by.
  const told =
    errors[0]?.extensions['code'] === 'BAD_USER_INPUT' && !errors[0].path ? errors.slice(0, 1) : errors;
  const faults = told.map(error => faultOf(error, contextValue, asked));
  const { singleResult } = response.body;
  singleResult.errors = faults.map((fault, number) => {
    const { path, locations } = told[number] ?? {};
    return wordFault(fault, contextValue, path ? { path } : locations && { locations });
  });

  for (const [name, value] of faults.flatMap(fault => Object.entries(faultHeaders(fault))))
    response.http.headers.set(name, value);
  const [first] = faults;
  if (first && (singleResult.data ?? null) === null) response.http.status = first.status;
}

const UNWORDED_ERROR = { message: 'INTERNAL_SERVER_ERROR', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

/** Apollo's own hook knows neither language nor request: what passes through it is worded afterwards or replaced. */
export const formatError = (): GraphQLFormattedError => UNWORDED_ERROR;

/** How an answer starts that Apollo gave before there was an operation: nobody has worded it. */
export const UNWORDED = `{"errors":[${JSON.stringify(UNWORDED_ERROR)}`;
