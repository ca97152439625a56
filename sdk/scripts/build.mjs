// Builds sdk/dist: ESM and CommonJS with their types file by file, so that bundlers drop what a site does not use; the
// same entries as few files for sites without a bundler, and as a single one; and one for a script tag with its
// integrity hash.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const sdk = join(import.meta.dirname, '..');
// Built beside what is there and put in its place when it is whole: programs that run meanwhile find one or the other.
const dist = join(sdk, `.dist-${process.pid}`);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

for (const [folder, type, settings] of [
  ['esm', 'module', ['--module', 'ESNext', '--moduleResolution', 'Bundler']],
  [
    'cjs',
    'commonjs',
    ['--module', 'CommonJS', '--moduleResolution', 'Bundler', '--verbatimModuleSyntax', 'false'],
  ],
]) {
  const place = join(dist, folder);
  // Types are judged by `npm run types`.
  const output = [
    '--noCheck',
    '--noEmit',
    'false',
    '--declaration',
    '--rootDir',
    join(sdk, 'src'),
    '--outDir',
    place,
  ];
  execFileSync(process.execPath, [tsc, '-p', sdk, ...settings, ...output], { stdio: 'inherit' });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), `${JSON.stringify({ type, sideEffects: false })}\n`);
}

const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'));
const ESM = /^\.\/dist\/esm\/(.+)\.js$/;
const shared = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' };
await build({
  ...shared,
  entryPoints: Object.values(exports)
    .map(({ import: entry }) => ESM.exec(entry?.default ?? '')?.[1])
    .filter(name => name !== undefined)
    .map(name => ({ in: join(sdk, `src/${name}.ts`), out: name })),
  outdir: join(dist, 'browser'),
  splitting: true,
  chunkNames: 'shared/[hash]',
});

const whole = { ...shared, entryPoints: [join(sdk, 'src/whole.ts')] };
const script = join(dist, 'affilia.iife.js');
await build({ ...whole, outfile: join(dist, 'browser/affilia.js') });
await build({ ...whole, outfile: script, format: 'iife', globalName: 'Affilia' });
const integrity = `sha384-${createHash('sha384').update(readFileSync(script)).digest('base64')}`;
writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify({ 'affilia.iife.js': integrity }, null, 2)}\n`);
copyFileSync(join(sdk, '../schema.graphql'), join(dist, 'schema.graphql'));

const built = join(sdk, 'dist');
rmSync(built, { recursive: true, force: true });
renameSync(dist, built);
