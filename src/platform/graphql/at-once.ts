import { isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * On a method whose parameters are `@Args` and `@Ctx`, which is how graphql-js itself calls one. TypeGraphQL has every
 * field with arguments wait for a check of its arguments, even where there is nothing to check: once for each row.
 */
export const AtOnce = (): MethodDecorator & PropertyDecorator => Extensions({ atOnce: true });

/** Gives the marked fields back to graphql-js. Called once, on the finished schema. */
export function answerAtOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getTypeMap()).filter(isObjectType).flatMap(fieldsOf))
    if (field.extensions['atOnce'] === true) delete field.resolve;
  return schema;
}

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields());
