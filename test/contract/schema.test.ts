import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { LOCALES } from '../../src/kernel/locale.ts';
import { printSchemaFile } from '../../src/print-schema.ts';
import { createSchema } from '../../src/schema.ts';
import { createHouseWordings } from '../../src/wording.ts';
import { declaredFields, fieldsToDeclare } from './judge-fields.ts';

describe('the public schema (O1, O2, P5)', () => {
  let schema: GraphQLSchema;
  let types: readonly GraphQLNamedType[];
  const wordings = createHouseWordings();
  beforeAll(async () => {
    schema = await createSchema();
    types = Object.values(schema.getTypeMap()).filter(type => !isIntrospectionType(type));
  });

  const missing = (keys: readonly string[]): string[] =>
    LOCALES.flatMap(locale =>
      keys.filter(key => !wordings.in(locale).has(key)).map(key => `${locale} ${key}`),
    );

  it('is the committed schema.graphql', async () => {
    const committed = await readFile('schema.graphql', 'utf8');

    expect(printSchemaFile(schema)).toBe(committed);
  });

  it('words every problem in French and in English', () => {
    const problems = types.filter(
      type => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Problem'),
    );

    expect(problems.length).toBeGreaterThan(10);
    expect(missing(problems.map(({ name }) => name))).toEqual([]);
  });

  it('has a label in French and in English for every value of every enumeration', () => {
    const values = types
      .filter(isEnumType)
      .flatMap(type => type.getValues().map(value => `${type.name}.${value.name}`));

    expect(missing(values)).toEqual([]);
  });

  it('answers every mutation with a union of one success, the invalid input and named problems', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

    const odd = mutations.filter(({ name, type, args }) => {
      const result = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
      const union = schema.getType(`${result}Result`);
      return !(
        String(type) === `${result}Result!` &&
        isUnionType(union) &&
        union.getTypes().filter(member => member.name === `${result}Success`).length === 1 &&
        union.getTypes().some(member => member.name === 'InvalidInput') &&
        args.length === 1 &&
        String(args[0]?.type) === `${result}Input!`
      );
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('describes every type, every query and every mutation', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap(root =>
      Object.values(root?.getFields() ?? {}),
    );
    const plain = types.filter(
      type =>
        (isObjectType(type) || isInterfaceType(type) || isEnumType(type)) &&
        !/^(Query|Mutation)$|(Edge|Connection)$/.test(type.name),
    );

    const silent = [...roots, ...plain].filter(({ description }) => !description);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('declares who may see every object type and use every root field', () => {
    const isRoot = (type: GraphQLNamedType): boolean => /^(Query|Mutation)$/.test(type.name);
    const objects = types.filter(isObjectType);
    const holders = [
      ...objects.filter(type => !isRoot(type)),
      ...objects.filter(isRoot).flatMap(type => Object.values(type.getFields())),
    ];

    const undeclared = holders.filter(({ extensions }) => !extensions['policy']);
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  it('says who reads every field of every object, once, in the table of field policies', () => {
    const declared = declaredFields();
    const asked = new Set(fieldsToDeclare(schema));

    expect([...asked].filter(field => !declared.includes(field))).toEqual([]);
    expect(declared.filter((field, i) => !asked.has(field) || declared[i - 1] === field)).toEqual([]);
  });
});
