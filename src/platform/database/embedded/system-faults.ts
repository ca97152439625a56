/** The code of a fault of the system or of PostgreSQL. */
export function codeOf(error: unknown): unknown {
  // Not `instanceof Error`: Node's own faults are of another realm wherever code runs in a context, as in tests.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What `/proc` says of a process that ends while we look is ESRCH. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH';
}

export function isForbidden(error: unknown): boolean {
  return codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM';
}

/** `rename` onto a directory that is not empty answers ENOTEMPTY or EEXIST. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTEMPTY';
}
