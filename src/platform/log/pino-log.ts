import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Log } from './log.ts';
import { redactText } from './redact-text.ts';
import { redact } from './redact.ts';

export interface LogOptions {
  readonly level: Level | 'silent';
  /** Standard output unless given. */
  readonly stream?: DestinationStream;
}

/** One JSON object per line, without secrets and addresses whatever was passed. */
export function createLog({ level, stream }: LogOptions): Log {
  const options = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = stream ? pino(options, stream) : pino(options);
  return logOf(() => logger);
}

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Opened by its first line: every request has a log of its own, and most write nothing. */
function logOf(open: () => Logger): Log {
  let opened: Logger | null = null;
  const logger = (): Logger => (opened ??= open());
  const write =
    (level: Level) =>
    (facts: object, event: string): void => {
      if (logger().isLevelEnabled(level)) logger()[level](redact(facts), redactText(event));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: facts => logOf(() => logger().child(redact(facts))),
  };
}
