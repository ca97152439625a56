import {
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { FIELD_POLICIES, SAID_BY_ANSWERS, type Readers } from './field-policies.ts';
import type { Caller } from './rights-table.ts';

const isAnswer = (type: GraphQLObjectType): boolean =>
  type.name.endsWith('Success') || type.getInterfaces().some(({ name }) => name === 'Problem');
/** Made for every list in the same way: what they hold is of the type in it. */
const isFrame = ({ name }: GraphQLObjectType): boolean => /(?:Connection|Edge)$/.test(name);

/** Every field of every object of the schema, as `Type.field`, that must be declared. */
export const fieldsToDeclare = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(type => !isIntrospectionType(type) && !isFrame(type) && !/^(Query|Mutation)$/.test(type.name))
    .flatMap(type =>
      Object.values(type.getFields())
        .filter(
          field => !isAnswer(type) || (isLeafType(getNamedType(field.type)) && field.name !== 'message'),
        )
        .map(field => `${type.name}.${field.name}`),
    )
    .sort();

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Every field that is declared, as often as it is. */
export const declaredFields = (): readonly string[] =>
  [
    ...Object.entries(FIELD_POLICIES).flatMap(([type, fields]) =>
      Object.values(fields).flatMap(names => words(names).map(name => `${type}.${name}`)),
    ),
    ...Object.entries(SAID_BY_ANSWERS).flatMap(([type, names]) =>
      words(names).map(name => `${type}.${name}`),
    ),
  ].sort();

const READERS: ReadonlyMap<string, Readers> = new Map(
  Object.entries(FIELD_POLICIES).flatMap(([type, fields]) =>
    (Object.entries(fields) as [Readers, string][]).flatMap(([readers, names]) =>
      words(names).map((name): [string, Readers] => [`${type}.${name}`, readers]),
    ),
  ),
);

function mayRead({ who, sees }: Pick<Caller, 'who' | 'sees'>, readers: Readers): boolean {
  if (readers === 'HOLDER' || readers === 'PUBLIC') return true;
  if (readers === 'SELF') return who !== 'nobody';
  const facets = Object.values(sees).flat();
  return readers === 'STAFF' ? who.startsWith('staff') && facets.length > 0 : facets.includes(readers);
}

/** Of a list that is counted and held none, it says no more than that. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object' || value === null)
    return [null, undefined, false, ''].includes(value as null);
  const { __typename: type, totalCount = 0 } = value as Record<string, unknown>;
  return String(type).endsWith('Connection') && totalCount === 0;
}

/** The fields of an answer that say something to a caller who reads them of nobody's records. */
export function fieldsBeyond(caller: Pick<Caller, 'who' | 'sees'>, answer: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return;
    const { __typename: type, ...fields } = value as Record<string, unknown>;
    for (const [name, inside] of Object.entries(fields)) {
      const field = `${String(type)}.${name}`;
      const readers = READERS.get(field);
      if (readers !== undefined && !isEmpty(inside) && !mayRead(caller, readers)) found.add(field);
      walk(inside);
    }
  };
  walk(answer);
  return [...found].sort();
}
