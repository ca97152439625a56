import { execFile } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

// A bare environment: the caller's PGDATA, PGOPTIONS or locale must not reach the server. The working directory is
// one that every user can enter.
const surroundings = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };

export function runProgram(file: string, args: readonly string[], user?: ServerUser): Promise<Outcome> {
  return new Promise(resolve => {
    try {
      execFile(file, args, { ...surroundings, ...user }, (error, stdout, stderr) => {
        const said = stderr.trim() || stdout.trim() || (error?.message ?? '');
        resolve({ ok: error === null, output: said });
      });
    } catch (error) {
      // Some refusals of the system, such as an unknown uid in a container, are thrown instead of reported.
      resolve({ ok: false, output: String(error) });
    }
  });
}
