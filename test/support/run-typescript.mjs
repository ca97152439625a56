import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import './end-with-runner.mjs';
import './keep-worker-data.mjs';
import { transformSync } from '@swc/core';

/** ESM, decorators without metadata (ADR 0002): every decorator names its type, so load order never matters. */
const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};
const JEST_GLOBALS = new URL('jest-globals.ts', import.meta.url).href;

/** Node loads what the tests load, once for every test file of a process (ADR 0036). */
registerHooks({
  // The package only throws outside of Jest's own module system.
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: JEST_GLOBALS, shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    const file = new URL(url);
    if (!file.pathname.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(file);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
