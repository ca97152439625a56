import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The text of `schema.graphql`: sorted, so that a change shows only what changed. */
export const printSchemaFile = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
