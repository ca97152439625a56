const UNIQUE = '23505';
const EXCLUSION = '23P01';

interface DriverFault {
  readonly code?: string;
  readonly constraint?: string;
}

/** True when the database refused a row because it breaks whatever constraint. */
export function isIntegrityViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const fault = ((error as { driverError?: unknown }).driverError ?? error) as DriverFault;
  return fault.code?.startsWith('23') === true;
}

/** True when the database refused a row because the named unique index or exclusion constraint already holds its value. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false;
  const fault = ((error as { driverError?: unknown }).driverError ?? error) as DriverFault;
  return (fault.code === UNIQUE || fault.code === EXCLUSION) && fault.constraint === constraint;
}
