import module from 'node:module';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';

checkNode();
ensureBuilt();
// The libraries leave out what they check for whoever develops with them.
process.env.NODE_ENV ??= 'production';
// Most of a later start is reading and compiling files that have not changed.
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/affilia'));
await import('../dist/main.js');
