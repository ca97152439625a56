import type { Clock } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { definePort, type Port } from '../../platform/port.ts';

/** What this module asks of those above it and of the process. Plugged in test realms only. */
export interface TestRealmPorts {
  /** Whether this realm holds the demonstration. */
  demoIsThere(tx: Tx): Promise<boolean>;
  /** Loads it by the machine's time. */
  loadDemo(tx: Tx): Promise<void>;
  /** Empties the mailbox that this process shows; nothing where mail goes to a server of the operator's. */
  emptyMailbox(): Promise<void>;
  readonly machineClock: Clock;
  /** Lets this process know of a moved clock at once; the others look by themselves. */
  followClock(): Promise<void>;
}

export const testRealmPorts: Port<TestRealmPorts> = definePort('test-realm');
