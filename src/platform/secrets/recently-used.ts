/** A map that forgets what was not used for longest once it is full. */
export interface RecentlyUsed<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function recentlyUsed<Value>(capacity: number): RecentlyUsed<Value> {
  // A Map keeps the order in which keys were put in: the first one was touched longest ago.
  const kept = new Map<string, Value>();
  return {
    get: key => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
  };
}
