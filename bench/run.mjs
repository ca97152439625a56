import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/ensure-built.mjs';
import { readArguments, USAGE } from './arguments.mjs';

const LONGEST_MINUTES = 30;

let wanted;
try {
  wanted = readArguments();
} catch (error) {
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exit(2);
}

const measuresServers = !wanted.alike && !wanted.import && !wanted.invoices;
if (measuresServers && !existsSync('/proc/self/schedstat')) {
  process.stderr.write('The measurement reads CPU times from /proc/<pid>/schedstat: it needs Linux.\n');
  process.exit(2);
}
if (measuresServers && !existsSync(join(import.meta.dirname, 'node_modules', 'postgraphile'))) {
  process.stderr.write('Installing what bench compares with (npm ci in bench/) …\n');
  execFileSync('npm', ['ci'], { cwd: import.meta.dirname, stdio: 'inherit' });
}
if (!wanted.asBuilt) ensureBuilt();

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => stopped.abort(new Error(`stopped by ${signal}`)));
const deadline = AbortSignal.any([stopped.signal, AbortSignal.timeout(LONGEST_MINUTES * 60_000)]);

try {
  const text = wanted.alike
    ? await (await import('./alike.mjs')).compareAlike(deadline)
    : wanted.import
      ? await (await import('./import.mjs')).benchImport(wanted, deadline)
      : wanted.invoices
        ? await (await import('./invoices.mjs')).benchInvoices(wanted, deadline)
        : await (await import('./bench.mjs')).bench(wanted, deadline);
  process.stdout.write(`\n${text}\n`);
} catch (error) {
  process.stderr.write(`${error.stack}\n${error.cause?.message ?? ''}\n`);
  process.exitCode = 1;
}
