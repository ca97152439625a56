// Two sites that use the packed SDK from node_modules, one in ESM and one in CommonJS: both compile, with the types of
// the package checked too, and run in Node. Beside what is written in `consumers`, each has every entry of the package.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packSdk } from './pack.mjs';

const modules = join(import.meta.dirname, '../../node_modules');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { place, tarball } = packSdk();
const site = join(place, 'site');
const installed = join(site, 'node_modules/@affilia/sdk');

mkdirSync(installed, { recursive: true });
execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
mkdirSync(join(site, 'node_modules/@types'));
symlinkSync(join(modules, '@types/node'), join(site, 'node_modules/@types/node'));
symlinkSync(join(modules, 'undici-types'), join(site, 'node_modules/undici-types'));
cpSync(join(import.meta.dirname, 'consumers'), site, { recursive: true });
writeFileSync(join(site, 'package.json'), '{ "private": true }');

const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const named = Object.keys(exports).map(subpath => `@affilia/sdk${subpath.slice(1)}`);
const isModule = name => typeof exports[`.${name.slice('@affilia/sdk'.length)}`] === 'object';
const [modulesOfSdk, dataOfSdk] = [named.filter(isModule), named.filter(name => !isModule(name))];

/** A file that imports every entry as `line` says, and fails for one that brings nothing. */
const everyEntry = (start, line) => [
  start,
  ...modulesOfSdk.map((name, place) => line(`entry${place}`, name)),
  'const brought: Readonly<Record<string, object>> = {',
  ...modulesOfSdk.map((name, place) => `  '${name}': entry${place},`),
  '};',
  'const names = (entry: object): string => Object.keys(entry).filter(name => name !== "default").sort().join();',
];
writeFileSync(
  join(site, 'every-entry.cts'),
  [
    ...everyEntry(
      "import assert = require('node:assert/strict');",
      (as, name) => `import ${as} = require('${name}');`,
    ),
    'for (const [name, entry] of Object.entries(brought)) assert.notEqual(names(entry), "", name);',
    ...dataOfSdk.map(name => `assert.ok(require.resolve('${name}'));`),
  ].join('\n'),
);
writeFileSync(
  join(site, 'every-entry.mts'),
  [
    ...everyEntry(
      "import assert from 'node:assert/strict';",
      (as, name) => `import * as ${as} from '${name}';`,
    ),
    "import { createRequire } from 'node:module';",
    'const require = createRequire(import.meta.url);',
    'for (const [name, entry] of Object.entries(brought)) assert.equal(names(entry), names(require(name)), name);',
  ].join('\n'),
);

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--types', 'node'];
const output = ['--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', '--outDir', join(site, 'built')];
const run = (...options) => execFileSync(process.execPath, options, { cwd: site, stdio: 'inherit' });

const sources = ['consumer', 'every-entry'].flatMap(name => [`${name}.mts`, `${name}.cts`]);
run(tsc, ...strict, ...output, '--module', 'NodeNext', ...sources);
run(
  tsc,
  ...strict,
  ...output,
  '--noEmit',
  '--module',
  'ESNext',
  '--moduleResolution',
  'Bundler',
  '--resolveJsonModule',
  ...sources.filter(name => name.endsWith('.mts')),
);
for (const name of sources) run(`built/${name.replace('ts', 'js')}`);
