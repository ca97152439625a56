import { readdirSync, readFileSync } from 'node:fs';

const read = path => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Nanoseconds that a process has run on a processor, all its threads together; 0 when it is gone. */
function cpuOf(pid) {
  let threads;
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  return threads.reduce(
    (sum, id) => sum + Number(read(`/proc/${pid}/task/${id}/schedstat`).split(' ')[0]),
    0,
  );
}

const childrenOf = pid =>
  read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);

export const canMeasure = () => cpuOf(process.pid) > 0;

/** Starts counting for a server and all of PostgreSQL; the answer is milliseconds since then. */
export function startCounting(serverPid, postmasterPid) {
  const before = snapshot();
  function snapshot() {
    const database = [postmasterPid, ...childrenOf(postmasterPid)];
    return new Map([serverPid, ...database].map(pid => [pid, cpuOf(pid)]));
  }
  return () => {
    const spent = { server: 0, database: 0 };
    for (const [pid, after] of snapshot()) {
      const milliseconds = Math.max(0, after - (before.get(pid) ?? 0)) / 1e6;
      spent[pid === serverPid ? 'server' : 'database'] += milliseconds;
    }
    return spent;
  };
}
