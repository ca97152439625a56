/** Structured log. Never pass an input value, a secret, an address or a name: ids and counts tell enough. */
export interface Log {
  debug(facts: object, event: string): void;
  info(facts: object, event: string): void;
  warn(facts: object, event: string): void;
  error(facts: object, event: string): void;
  child(facts: object): Log;
}
