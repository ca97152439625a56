import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { createAffilia, type Module } from '@affilia/sdk';

const folder = fileURLToPath(new URL('../../sdk', import.meta.url));
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const readAll = (pattern: string): string[] => globSync(pattern, { cwd: folder }).map(textOf);

const GENERATED = 'by `npm run codegen`';

describe('What can be called with the SDK (O2)', () => {
  const operations = readAll('operations/**/*.graphql')
    .flatMap(text => parse(text).definitions)
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);

  it('is every act of the schema', () => {
    const asked = operations.flatMap(({ selectionSet }) =>
      selectionSet.selections.map(field => (field.kind === Kind.FIELD ? field.name.value : '')),
    );
    const schema = buildSchema(textOf('../schema.graphql'));

    expect(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(act => !asked.includes(act)),
    ).toEqual([]);
  });

  it('is every operation that it has a document of', () => {
    const source = readAll('src/**/*.ts')
      .filter(text => !text.includes(GENERATED))
      .join();
    const documents = operations.map(({ name }) =>
      (name?.value ?? '').replace(/^./, first => first.toUpperCase()),
    );

    expect(documents.filter(name => !new RegExp(`\\b${name}Document\\b`).test(source))).toEqual([]);
  });

  const rows = [...textOf('README.md').matchAll(/^\| `@affilia\/sdk\/([\w-]+)`\s*\|(.*)\|$/gm)];
  const modules = rows.map(([, name = '', said = '']) => ({ name, said }));

  it.each(modules)('is named in the README: $name', async ({ name, said }) => {
    const exported = (await import(`@affilia/sdk/${name}`)) as Record<string, Module<object>>;
    const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const module = exported[camel];
    if (module === undefined) return;
    const { [camel]: calls } = createAffilia({
      ...{ endpoint: 'https://portal.test/graphql', clientKey: 'affilia_pk_test_site', locale: 'fr-CA' },
      use: { [camel]: module },
    }) as unknown as Record<string, object>;

    expect(Object.keys(calls ?? {}).filter(call => !said.includes(`\`${call}\``))).toEqual([]);
  });
});
