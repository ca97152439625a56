import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Policy } from '../../src/platform/graphql/policy.ts';
import { createSchema } from '../../src/schema.ts';

/** A query or a mutation of the schema. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly policy: Policy;
  readonly field: GraphQLField<unknown, unknown>;
  readonly schema: GraphQLSchema;
}

/** Where a caller can put a value: an argument, a field of an input object, or an item of a list. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  readonly description: string;
}

export async function everyOperation(): Promise<readonly Operation[]> {
  const schema = await createSchema();
  const of = (kind: Operation['kind'], root: ReturnType<GraphQLSchema['getQueryType']>): Operation[] =>
    Object.values(root?.getFields() ?? {}).map(field => ({
      kind,
      name: field.name,
      policy: field.extensions['policy'] as Policy,
      field,
      schema,
    }));
  return [...of('query', schema.getQueryType()), ...of('mutation', schema.getMutationType())];
}

export function placesOf({ field }: Operation): readonly Place[] {
  const below = (place: Place): Place[] => {
    const type = getNullableType(place.type);
    const inside = isInputObjectType(type)
      ? Object.values(type.getFields()).map(one => ({ ...one, path: [...place.path, one.name] }))
      : isListType(type)
        ? [{ type: type.ofType, path: [...place.path, 0], description: place.description }]
        : [];
    return [
      place,
      ...inside.flatMap(one => below({ ...one, type: one.type, description: one.description ?? '' })),
    ];
  };
  return field.args.flatMap(({ name, type, description }) =>
    below({ path: [name], type, description: description ?? '' }),
  );
}

/** The document of an operation with all its arguments as variables, asking for as much as `selection` says. */
export function documentOf({ kind, name, field }: Operation, selection: string): string {
  const { args } = field;
  const declared = args.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const [variables, given] = args.length > 0 ? [` (${declared})`, `(${passed})`] : ['', ''];
  return `${kind}${variables} { ${name}${given} ${selection === '' ? '' : `{ ${selection} }`} }`;
}

/** Every way down into an answer, each to the leaves of one object: `account { addresses { address primary } }`. */
export function everySelection(
  schema: GraphQLSchema,
  output: GraphQLOutputType,
  levels = Number.POSITIVE_INFINITY,
): readonly string[] {
  const found: string[] = [];
  const walk = (
    named: GraphQLNamedType,
    above: readonly GraphQLNamedType[],
    wrap: (inner: string) => string,
  ): void => {
    if (isAbstractType(named)) {
      found.push(wrap(isUnionType(named) ? '__typename' : `__typename ${leavesOf(named).join(' ')}`));
      for (const type of schema.getPossibleTypes(named))
        if (!above.includes(type))
          walk(type, [...above, named], inner => wrap(`... on ${type.name} { ${inner} }`));
    }
    if (!isObjectType(named)) return;
    found.push(wrap(['__typename', ...leavesOf(named)].join(' ')));
    // The list itself and the edges say the same as the nodes.
    for (const field of Object.values(named.getFields()).filter(one => one.name !== 'edges')) {
      const type = getNamedType(field.type);
      if (isLeafType(type) || [...above, named].includes(type) || above.length >= levels) continue;
      walk(type, [...above, named], inner => wrap(`${field.name} { ${inner} }`));
    }
  };
  const named = getNamedType(output);
  if (isLeafType(named)) return [''];
  walk(named, [], inner => inner);
  return found;
}

const leavesOf = (type: GraphQLNamedType): string[] =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields())
        .filter(field => isLeafType(getNamedType(field.type)))
        .map(field => field.name)
    : [];
