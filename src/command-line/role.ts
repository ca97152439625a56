import { parseArgs } from 'node:util';

/** What this process does: answer requests, do the queued jobs, or both. */
export type Role = 'all' | 'api' | 'worker';

/** Reads `--role=…`; null when it says something else, or when anything else is said. */
export function readRole(argv: readonly string[]): Role | null {
  try {
    const { role = 'all' } = parseArgs({ args: [...argv], options: { role: { type: 'string' } } }).values;
    return role === 'api' || role === 'worker' || (role === 'all' && argv.length === 0) ? role : null;
  } catch {
    return null;
  }
}
