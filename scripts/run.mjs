import module from 'node:module';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';

/** Runs one command of the built product: `node scripts/run.mjs reset`. It finds its own arguments where it would alone. */
const [command] = process.argv.splice(2, 1);

checkNode();
ensureBuilt();
// As `start.mjs` does: most of a start is reading and compiling files that have not changed.
process.env.NODE_ENV ??= 'production';
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/affilia'));
await import(`../dist/command-line/${command}.js`);
