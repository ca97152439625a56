import type { ContactFault } from '../platform/database/first-contact.ts';

/** Two processes cannot share the embedded database: whoever stops first would take it from the other. */
export class SplitNeedsDatabase extends Error {
  override readonly name = 'SplitNeedsDatabase';
}

/** Somebody runs on these data: they must not lose their database under their feet. */
export class DataInUse extends Error {
  override readonly name = 'DataInUse';

  constructor(readonly directory: string) {
    super(directory);
  }
}

export class DataDirectoryUnusable extends Error {
  override readonly name = 'DataDirectoryUnusable';

  constructor(
    readonly directory: string,
    cause: unknown,
  ) {
    super(directory, { cause });
  }
}

/** Accounts whose password everybody knows have no place in a live realm. */
export class DemoIsForTests extends Error {
  override readonly name = 'DemoIsForTests';
}

/** The database that a live realm was given holds such accounts. */
export class DemoInLive extends Error {
  override readonly name = 'DemoInLive';
}

/** The database that a live realm was given belongs to a test realm: its rows bear dates of a time to come. */
export class MovedClockInLive extends Error {
  override readonly name = 'MovedClockInLive';
}

/** Why the reset leaves everything as it is. */
export class ResetRefused extends Error {
  override readonly name = 'ResetRefused';

  constructor(readonly reason: 'LIVE' | 'DATABASE_URL') {
    super(reason);
  }
}

/** What `npm run administrator` was given says neither whom nor what. */
export class AdministratorOrderUnclear extends Error {
  override readonly name = 'AdministratorOrderUnclear';
}

/** No open account signs in by that. */
export class AccountUnknown extends Error {
  override readonly name = 'AccountUnknown';

  constructor(readonly identifier: string) {
    super(identifier);
  }
}

export type DatabaseVariable = 'DATABASE_URL' | 'MIGRATION_DATABASE_URL';

/** The database that the operator gave cannot be had. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';

  constructor(
    readonly variable: DatabaseVariable,
    readonly reason: ContactFault,
  ) {
    super(`${variable}: ${reason}`);
  }
}
