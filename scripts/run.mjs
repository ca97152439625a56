import { checkNode } from './check-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';

/** Runs one command of the built product: `node scripts/run.mjs reset`. */
const [command] = process.argv.slice(2);

checkNode();
ensureBuilt();
await import(`../dist/command-line/${command}.js`);
