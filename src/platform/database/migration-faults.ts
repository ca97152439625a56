/** The database was written by a newer program than this one: going on could damage it. */
export class DatabaseIsNewer extends Error {
  override readonly name = 'DatabaseIsNewer';

  constructor(readonly unknown: readonly string[]) {
    super(`unknown migrations: ${unknown.join(', ')}`);
  }
}

export type MigrationFault =
  /** The role may not change the tables: it does not own them. */
  | 'RIGHTS'
  /** The server lacks an extension that PostgreSQL brings along. */
  | 'EXTENSION'
  | 'OTHER';

const REASONS: Readonly<Record<string, MigrationFault>> = {
  '42501': 'RIGHTS',
  '0A000': 'EXTENSION',
  '58P01': 'EXTENSION',
};

/** The tables could not be brought up to this program; each step is made whole or not at all. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  readonly reason: MigrationFault;
  /** What PostgreSQL calls the fault. */
  readonly state: string;

  constructor(
    readonly step: string,
    cause: unknown,
  ) {
    super(step, { cause });
    const { code } = (cause ?? {}) as { code?: unknown };
    this.state = typeof code === 'string' ? code : '';
    this.reason = REASONS[this.state] ?? 'OTHER';
  }
}
