import { inspect } from 'node:util';
import { createLog } from '../../src/platform/log/pino-log.ts';
import type { Log } from '../../src/platform/log/log.ts';

/** A log of which both sides are kept: what the house says to it, and the lines that it writes. */
export interface RecordedLog {
  readonly log: Log;
  /** Every fact as it was passed, before anything is blanked. */
  readonly said: string[];
  readonly written: string[];
}

export function recordLog(): RecordedLog {
  const said: string[] = [];
  const written: string[] = [];
  const real = createLog({ level: 'debug', stream: { write: line => void written.push(line) } });
  const recording = (behind: Log): Log => {
    const record =
      (level: 'debug' | 'info' | 'warn' | 'error') =>
      (facts: object, event: string): void => {
        said.push(`${event} ${inspect(facts, { depth: 8, maxStringLength: null, maxArrayLength: null })}`);
        behind[level](facts, event);
      };
    return {
      debug: record('debug'),
      info: record('info'),
      warn: record('warn'),
      error: record('error'),
      child: facts => {
        said.push(inspect(facts));
        return recording(behind.child(facts));
      },
    };
  };
  return { log: recording(real), said, written };
}
