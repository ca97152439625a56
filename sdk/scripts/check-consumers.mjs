// Two sites that use the packed SDK from node_modules, one in ESM and one in CommonJS: both compile, with the types of
// the package checked too, and run in Node.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--types', 'node'];
const output = ['--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', '--outDir', join(site, 'built')];
const run = (...options) => execFileSync(process.execPath, options, { cwd: site, stdio: 'inherit' });

run(tsc, ...strict, ...output, '--module', 'NodeNext', 'consumer.mts', 'consumer.cts');
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
  'consumer.mts',
);
run('built/consumer.mjs');
run('built/consumer.cjs');
