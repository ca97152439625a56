import { startFaultOf } from './start-fault.ts';
import type { Terminal } from './terminal.ts';

/** Says what an operator can mend in one sentence; a fault of ours keeps its stack, which is what a report needs. */
export function complain(error: unknown, terminal: Terminal): void {
  const fault = startFaultOf(error);
  if (fault) terminal.say(fault.sentence, fault.values);
  else if (error instanceof AggregateError) error.errors.forEach(one => complain(one, terminal));
  else terminal.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
