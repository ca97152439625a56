import type { Database } from './database.ts';

/** Runs `work` after all that was asked for under the same name before it. */
type InLine = <T>(name: string, work: () => Promise<T>) => Promise<T>;

const lines = new WeakMap<Database, InLine>();

/**
 * Requests of one process that would block each other in the database wait here instead, where waiting costs no
 * connection of the pool: the first of them may need a second connection to get done.
 */
export function oneAtATime(db: Database): InLine {
  const open = lines.get(db) ?? openLine();
  lines.set(db, open);
  return open;
}

function openLine(): InLine {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const mine = before ? before.then(work, work) : work();
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
