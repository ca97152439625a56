// The package as it would be published: every entry resolves, with the right types, in Node (ESM and CommonJS) and in
// bundlers, and nothing is missing from it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSdk } from './pack.mjs';

const sdk = join(import.meta.dirname, '..');
const bin = join(sdk, '../node_modules/.bin');
const { tarball, files } = packSdk();

const expected = [
  'AGENTS.md',
  'README.md',
  'README.fr.md',
  'documents.json',
  'dist/schema.graphql',
  'dist/integrity.json',
];
const lost = expected.filter(file => !files.includes(file));
if (lost.length > 0) {
  console.error(`The package lacks ${lost.join(', ')}.`);
  process.exit(1);
}

// A subpath that a document names and the package does not have is a promise broken in somebody's editor.
const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'));
const named = ['README.md', 'README.fr.md', 'AGENTS.md']
  .filter(file => existsSync(join(sdk, file)))
  .flatMap(file => [...readFileSync(join(sdk, file), 'utf8').matchAll(/@affilia\/sdk(\/[a-z.-]+[a-z])?/g)])
  .map(([, subpath]) => `.${subpath ?? ''}`);
const unknown = [...new Set(named)].filter(subpath => !(subpath in exports));
if (unknown.length > 0) {
  console.error(`The documents name subpaths that the package does not have: ${unknown.join(', ')}.`);
  process.exit(1);
}

const run = (program, options) => execFileSync(join(bin, program), options, { cwd: sdk, stdio: 'inherit' });
run('publint', ['run', tarball, '--strict']);
// Data and the script-tag file are no modules; resolvers older than `exports` are not served.
const data = ['./affilia.iife.js', './integrity.json', './documents.json', './schema.graphql'];
run('attw', [tarball, '--profile', 'node16', '--quiet', '--exclude-entrypoints', ...data]);
