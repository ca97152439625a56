import {
  execute,
  getNullableType,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
  validate,
  type DocumentNode,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql';
import type { FastifyRequest } from 'fastify';
import { identifyCaller } from '../../src/modules/accounts/index.ts';
import { faultOf, wordFault } from '../../src/platform/graphql/mask-errors.ts';
import { openContext } from '../../src/platform/http/request-context.ts';
import { createSchema } from '../../src/schema.ts';
import type { Answer, Asked, Portal } from '../support/portal.ts';

/** Answers documents as a portal does. */
export type InnerDoor = Pick<Portal, 'graphql'>;

/**
 * A portal behind its HTTP: callers, policies, resolvers and the words of faults are the same, but no limit of
 * documents holds, and a refused question leaves the answers to its neighbours.
 */
export async function openInnerDoor({ parts, world }: Portal): Promise<InnerDoor> {
  const schema = withNullableRoots(await createSchema());
  const documents = new Map<string, DocumentNode>();

  function documentOf(query: string): DocumentNode {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [mistake] = validate(schema, document);
    if (mistake) throw mistake;
    documents.set(query, document);
    return document;
  }
  async function graphql<Data>(query: string, variables: object = {}, asked: Asked = {}) {
    const { clientKey = world.aqpm.siteKey, token = null, locale = 'fr-CA' } = asked;
    const { client, actor } = await identifyCaller(parts, { clientKey, bearer: token });
    const visitor = { address: '127.0.0.1', userAgent: 'node', origin: null };
    const request = { id: 'inner' } as FastifyRequest;
    const contextValue = openContext(parts, request, { client, actor, visitor }, locale);
    const document = documentOf(query);
    const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
    const { data = null, errors = [] } = await execute({
      schema,
      document,
      variableValues: sent,
      contextValue,
    });
    const operation = document.definitions[0] as OperationDefinitionNode;
    const faults = errors.map(error => faultOf(error, contextValue, { schema, operation, variables: sent }));
    const worded = faults.map((fault, number) => {
      const { path } = errors[number] ?? {};
      return wordFault(fault, contextValue, path && { path });
    });
    const text = JSON.stringify({ ...(worded.length > 0 && { errors: worded }), data });
    const { errors: told = [], ...answer } = JSON.parse(text) as Partial<Pick<Answer<Data>, 'errors'>> &
      Pick<Answer<Data>, 'data'>;
    const status = data === null ? (faults[0]?.status ?? 200) : 200;
    return { ...answer, status, headers: new Headers(), errors: told, text };
  }
  return { graphql };
}

/** A root that cannot be null takes every other answer of its document with it. */
function withNullableRoots(schema: GraphQLSchema): GraphQLSchema {
  const { types, query, mutation, ...others } = schema.toConfig();
  const nullable = (root: GraphQLObjectType): GraphQLObjectType => {
    const config = root.toConfig();
    const fields = { ...config.fields };
    for (const [name, field] of Object.entries(fields))
      fields[name] = { ...field, type: getNullableType(field.type) as GraphQLOutputType };
    return new GraphQLObjectType({ ...config, fields });
  };
  return new GraphQLSchema({
    ...others,
    types: types.filter(type => type !== query && type !== mutation),
    query: query && nullable(query),
    mutation: mutation && nullable(mutation),
  });
}
