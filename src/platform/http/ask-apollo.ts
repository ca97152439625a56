import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { BadRequest, InternalFault } from '../graphql/faults.ts';
import { UNWORDED } from '../graphql/mask-errors.ts';
import type { Envelope } from './envelope.ts';
import { headerOf } from './request-context.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** What Apollo goes by to tell a request from one that a foreign page made a browser send. */
const JUDGED_HEADERS = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * Runs one operation through Apollo. Which type the answer has was chosen before: Apollo would judge `accept` after it has
 * run the operation, and lose the answer of a mutation.
 */
export async function askApollo(
  apollo: ApolloServer<Context>,
  request: FastifyRequest,
  body: Omit<Envelope, 'sha256'>,
  context: Context,
): Promise<Answer> {
  const headers = new HeaderMap();
  for (const name of JUDGED_HEADERS) {
    const value = headerOf(request, name);
    if (value !== null) headers.set(name, value);
  }
  const {
    status,
    headers: told,
    body: answer,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: () => Promise.resolve(context),
  });
  if (answer.kind !== 'complete') throw new Error('an operation answered in parts');
  if (answer.string.startsWith(UNWORDED))
    throw status !== undefined && status < 500 ? new BadRequest(undefined, {}, status) : new InternalFault();
  return { status: status ?? 200, headers: Object.fromEntries(told), text: answer.string };
}
