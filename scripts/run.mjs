import { checkNode } from './check-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';

/** Runs one command of the built product: `node scripts/run.mjs reset`. It finds its own arguments where it would alone. */
const [command] = process.argv.splice(2, 1);

checkNode();
ensureBuilt();
await import(`../dist/command-line/${command}.js`);
