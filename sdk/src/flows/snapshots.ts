/** A value that changes as a whole, for whoever draws it. The same object until it changes. */
export interface Snapshots<Snapshot> {
  snapshot(): Snapshot;
  /** Calls on each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  change(part: Partial<Snapshot>): Snapshot;
}

export function createSnapshots<Snapshot>(first: Snapshot): Snapshots<Snapshot> {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(part) {
      current = { ...current, ...part };
      for (const listener of listeners) listener();
      return current;
    },
  };
}
