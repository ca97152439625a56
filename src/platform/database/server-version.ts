/** The oldest PostgreSQL whose features the tables use. */
const OLDEST_POSTGRESQL = 15;

export class DatabaseIsTooOld extends Error {
  override readonly name = 'DatabaseIsTooOld';

  constructor(readonly version: string) {
    super(`PostgreSQL ${version} is older than ${OLDEST_POSTGRESQL}`);
  }
}

/** Judges what a server says of itself in `server_version_num` and `server_version`. */
export function refuseOldServer(number: number, version: string): void {
  if (number < OLDEST_POSTGRESQL * 10_000) throw new DatabaseIsTooOld(version);
}
