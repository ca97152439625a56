import { redactText } from './redact-text.ts';

interface DriverFault {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly routine?: unknown;
}

/**
 * What operators need of an error. Sentences of the database and of parsers quote the values that they stumbled over,
 * so of those only names and places are kept.
 */
export function describeError(error: Error): object {
  const fault = ('driverError' in error ? error.driverError : error) as DriverFault;
  const quotesValues = typeof fault.routine === 'string' || error instanceof SyntaxError;
  return {
    name: error.name,
    ...(!quotesValues && { message: redactText(error.message) }),
    ...(typeof fault.code === 'string' && { state: fault.code }),
    ...(typeof fault.table === 'string' && { table: fault.table }),
    ...(typeof fault.constraint === 'string' && { constraint: fault.constraint }),
    frames: framesOf(error),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}

const DEEPEST = 12;

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, DEEPEST)
    .map(line => line.trim());
