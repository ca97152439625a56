/** Why the embedded database cannot be used. */
export type EmbeddedDatabaseFault =
  /** No server programs for this platform, or they do not run here. */
  | 'NO_BINARIES'
  | 'CANNOT_CREATE'
  | 'CANNOT_START'
  | 'CANNOT_STOP'
  /** The data were written by another major version of PostgreSQL. */
  | 'DATA_OF_ANOTHER_VERSION'
  /** The data belong to another user of this machine. */
  | 'DATA_OF_ANOTHER_USER'
  /** The data exist where the server's user can no longer enter. */
  | 'DATA_OUT_OF_REACH'
  /** The data exist, and the file with the passwords is missing, damaged or of other data. */
  | 'CREDENTIALS_LOST'
  /** Somebody else's directory stands where ours should. */
  | 'PLACE_TAKEN';

/** A fault of the machine, not of a request: `detail` is for the operator, in the words of the system. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly reason: EmbeddedDatabaseFault;
  readonly detail: string;

  constructor(reason: EmbeddedDatabaseFault, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
