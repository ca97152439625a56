// Builds sdk/dist: ESM and CommonJS with their types file by file, so that bundlers drop what a site does not use, and
// one file for a script tag with its integrity hash.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const sdk = join(import.meta.dirname, '..');
const dist = join(sdk, 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(dist, { recursive: true, force: true });
for (const [folder, type, settings] of [
  ['esm', 'module', ['--module', 'ESNext', '--moduleResolution', 'Bundler']],
  [
    'cjs',
    'commonjs',
    ['--module', 'CommonJS', '--moduleResolution', 'Bundler', '--verbatimModuleSyntax', 'false'],
  ],
]) {
  const place = join(dist, folder);
  const output = ['--noEmit', 'false', '--declaration', '--rootDir', join(sdk, 'src'), '--outDir', place];
  execFileSync(process.execPath, [tsc, '-p', sdk, ...settings, ...output], { stdio: 'inherit' });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), `${JSON.stringify({ type, sideEffects: false })}\n`);
}

const script = join(dist, 'affilia.iife.js');
await build({
  entryPoints: [join(sdk, 'src/script-tag.ts')],
  outfile: script,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'Affilia',
  target: 'es2022',
  logLevel: 'warning',
});
const integrity = `sha384-${createHash('sha384').update(readFileSync(script)).digest('base64')}`;
writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify({ 'affilia.iife.js': integrity }, null, 2)}\n`);
copyFileSync(join(sdk, '../schema.graphql'), join(dist, 'schema.graphql'));
