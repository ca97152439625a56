import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const PATIENCE_MS = 60_000;
const FAREWELL_MS = 5_000;

/** Starts `servers/<name>.mjs` in a process of its own and waits until it listens. */
export async function startServer(name, wanted, execArgv = []) {
  const child = fork(join(import.meta.dirname, `${name}.mjs`), {
    execArgv,
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });
  const gone = once(child, 'exit');
  child.send(wanted);
  const told = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) }).then(([message]) => message),
    gone.then(([code]) => {
      throw new Error(`the server ${name} ended with ${code} before it listened`);
    }),
  ]).catch(error => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    name,
    pid: child.pid,
    ...told,
    async stop() {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
