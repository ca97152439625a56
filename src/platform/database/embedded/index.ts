/**
 * The PostgreSQL server that comes with the product, for a machine where nobody wants to install one.
 *
 * Responsible for: creating, starting, adopting, stopping and removing one server of ours on 127.0.0.1, whoever
 * runs the process (root included), its two roles and its database.
 * Not responsible for: tables and grants (migrations), connections (the pool), signals (main), wording.
 */
export { EmbeddedDatabaseError, type EmbeddedDatabaseFault } from './embedded-database-error.ts';
export { holdEmbeddedDatabase, isEmbeddedDatabaseHeld } from './hold-database.ts';
export type { EmbeddedNotice } from './notice.ts';
export { removeEmbeddedDatabase } from './remove-embedded-database.ts';
export {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedOptions,
} from './start-embedded-database.ts';
