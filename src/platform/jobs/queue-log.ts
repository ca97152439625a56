import { Logger } from 'graphile-worker';
import type { Log } from '../log/log.ts';

/**
 * The queue's own log lines as lines of ours. Its sentences repeat messages of errors, which may hold values, so
 * failed jobs are left to the worker, which tells them by id.
 */
export function queueLog(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta['failure'] === true) return;
    const facts = { queue: message.split('\n', 1)[0] };
    if (level === 'error') log.error(facts, 'job queue fault');
    else if (level === 'warning') log.warn(facts, 'job queue warning');
    else log.debug(facts, 'job queue');
  });
}
