import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, typeFromAST, coerceInputValue, isInputType } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { isBusyDatabase, stateOf } from './busy-database.ts';
import { BadRequest, BadUserInput, Fault, ServiceBusy } from './faults.ts';

/** What was asked, for finding the place of a value that does not fit. */
export interface Asked {
  /** Left out for what is thrown outside of an operation. */
  readonly schema?: GraphQLSchema;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/** Values that PostgreSQL cannot read as the type that they are compared with. */
const UNREADABLE = new Set(['22P02', '22007', '22008', '22003', '22021']);

/**
 * The fault that an error is, or null for one that we did not foresee. graphql-js and Apollo word theirs with what
 * the caller sent, so only their codes and places are taken.
 */
export function classifyError(error: unknown, asked: Asked): Fault | null {
  const cause = unwrapResolverError(error);
  if (cause instanceof Fault) return cause;
  if (isBusyDatabase(cause)) return new ServiceBusy();
  if (cause instanceof ArgumentValidationError) return new BadUserInput('VALUE');
  if (cause instanceof Error && UNREADABLE.has(stateOf(cause) ?? '')) return new BadUserInput('VALUE');
  if (!(error instanceof GraphQLError)) return null;
  return error.path ? faultOfArgument(cause) : faultOfRequest(error, asked);
}

function faultOfRequest(error: GraphQLError, asked: Asked): Fault | null {
  switch (error.extensions['code']) {
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED': {
      const { line = 1, column = 1 } = error.locations?.[0] ?? {};
      return new BadRequest('DOCUMENT', { line, column });
    }
    case 'OPERATION_RESOLUTION_FAILURE':
      return new BadRequest('OPERATION');
    case 'BAD_USER_INPUT':
      return faultOfVariables(asked);
    case 'BAD_REQUEST':
    case 'PERSISTED_QUERY_NOT_FOUND':
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
      return new BadRequest('BODY');
    default:
      // Without a cause only graphql-js itself can have thrown it, before any field ran: too many wrong variables.
      return error.originalError ? null : new BadUserInput('VALUE');
  }
}

/** A null variable in the place of a required argument shows only when the field runs. */
function faultOfArgument(cause: unknown): Fault | null {
  if (!(cause instanceof GraphQLError) || !cause.nodes?.length) return null;
  return new BadUserInput('VALUE');
}

/** Reads the variables again, this time for the places alone. */
function faultOfVariables({ schema, operation, variables = {} }: Asked): BadUserInput {
  if (!schema) return new BadUserInput('VALUE');
  const places: string[] = [];
  for (const { variable, type: typeNode, defaultValue } of operation?.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type) || (!Object.hasOwn(variables, name) && defaultValue)) continue;
    const note = (path: readonly (string | number)[], _value: unknown, { message }: GraphQLError): void => {
      // A missing field is blamed on its object, in a sentence that names it as the schema does.
      const [, missing] = /^Field "(\w+)" of required type/.exec(message) ?? [];
      places.push([name, ...path, ...(missing === undefined ? [] : [missing])].join('.'));
    };
    coerceInputValue(variables[name], type, note, true);
  }
  const [path] = places;
  return path === undefined ? new BadUserInput('VALUE') : new BadUserInput(undefined, { path });
}
