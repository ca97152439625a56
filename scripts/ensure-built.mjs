import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The newest change below a folder, in milliseconds; 0 when there is nothing. */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** Builds what is missing or older than its sources, so that a fresh pull starts as it reads. */
export function ensureBuilt() {
  const stale = (sources, built) => newest(join(root, built)) < newest(join(root, sources));
  const run = script => {
    const { status } = spawnSync('npm', ['run', '-s', script], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  };
  if (stale('sdk/src', 'sdk/dist')) run('build:sdk');
  if (stale('src', 'dist')) run('build:server');
}
