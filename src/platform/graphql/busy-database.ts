/** States of PostgreSQL in which the same request can succeed a moment later. */
const PASSING_STATES = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  '55P03', // lock not available
  '57014', // statement timeout
  '57P01', // shutting down
  '57P02', // crash shutdown
  '57P03', // starting up
  '25006', // a replica that has not taken over yet
  '25P03', // idle too long inside a transaction
  '25P04', // transaction timeout
]);
const CONNECTION_STATE = /^08/;

const NETWORK_FAULTS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** pg and its pool say these without a code. */
const DRIVER_SENTENCE =
  /^(?:timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client was closed|Client has encountered a connection error|Driver not Connected)/;

/** Whether an error says that the database is away, full or too slow now, and nothing about what was asked of it. */
export function isBusyDatabase(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isBusyDatabase)) return true;
  if (!(error instanceof Error)) return false;
  const code = stateOf(error);
  if (code !== null)
    return PASSING_STATES.has(code) || CONNECTION_STATE.test(code) || NETWORK_FAULTS.has(code);
  return DRIVER_SENTENCE.test(error.message) || isBusyDatabase(error.cause);
}

/** The five characters of PostgreSQL, or the name of a fault of the network. TypeORM wraps what the driver throws. */
export function stateOf(error: Error): string | null {
  const { code } = ('driverError' in error ? (error.driverError as object) : error) as { code?: unknown };
  return typeof code === 'string' ? code : null;
}
