import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { createAffilia, type Module } from '@affilia/sdk';
import { redirect } from '@affilia/sdk/redirect';

const folder = fileURLToPath(new URL('../../sdk', import.meta.url));
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const readAll = (pattern: string): string[] => globSync(pattern, { cwd: folder }).map(textOf);

const GENERATED = 'by `npm run codegen`';
const ofSite = redirect({ clientId: 'site', redirectUri: 'https://site.test/retour' });
/** What is no module that a site plugs in. */
const WITHOUT_CALLS = ['', 'server', 'flows', 'labels', 'testing'];

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

  const rows = [...textOf('README.md').matchAll(/^\| `@affilia\/sdk(?:\/([\w-]+))?`\s*\|(.*)\|$/gm)];
  const modules = rows.map(([, name = '', said = '']) => ({ name, said }));

  it('stands in the README, with everything that can be imported', () => {
    const { exports } = JSON.parse(textOf('package.json')) as { exports: Record<string, unknown> };
    const imported = Object.keys(exports).filter(path => !/\.\w+$/.test(path));

    expect(modules.map(({ name }) => (name === '' ? '.' : `./${name}`)).sort()).toEqual(imported.sort());
  });

  it.each(modules.filter(({ name }) => !WITHOUT_CALLS.includes(name)))(
    'is named in the README: $name',
    async ({ name, said }) => {
      const exported = (await import(`@affilia/sdk/${name}`)) as Record<string, Module<object>>;
      const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const { [camel]: calls = {} } = createAffilia({
        ...{ endpoint: 'https://portal.test/graphql', clientKey: 'affilia_pk_test_site', locale: 'fr-CA' },
        use: { [camel]: name === 'redirect' ? ofSite : exported[camel]! },
      }) as unknown as Record<string, object>;

      const names = Object.keys(calls);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter(call => !said.includes(`\`${call}\``))).toEqual([]);
    },
  );
});
