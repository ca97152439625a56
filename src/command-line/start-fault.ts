import { EmbeddedDatabaseError } from '../platform/database/embedded/index.ts';
import { DatabaseIsNewer, MigrationFailed } from '../platform/database/migration-faults.ts';
import { DatabaseIsTooOld } from '../platform/database/server-version.ts';
import {
  AccountUnknown,
  AdministratorOrderUnclear,
  DatabaseAway,
  DataDirectoryUnusable,
  DataInUse,
  DemoInLive,
  DemoIsForTests,
  MovedClockInLive,
  ResetRefused,
  SplitNeedsDatabase,
} from './refusals.ts';
import type { StartSentence } from './terminal.ts';

/** Why the product cannot start, as data: `startWording` has one sentence for each that says what to do. */
export interface StartFault {
  readonly sentence: StartSentence;
  readonly values?: Readonly<Record<string, string>>;
}

/** Recognises what an operator can mend; null for a fault of ours. */
export function startFaultOf(error: unknown): StartFault | null {
  return refusalOf(error) ?? databaseFaultOf(error) ?? listeningFaultOf(error);
}

function refusalOf(error: unknown): StartFault | null {
  if (error instanceof SplitNeedsDatabase) return { sentence: 'start.splitNeedsDatabase' };
  if (error instanceof DemoIsForTests) return { sentence: 'start.demoIsForTests' };
  if (error instanceof DemoInLive) return { sentence: 'start.demoInLive' };
  if (error instanceof MovedClockInLive) return { sentence: 'start.movedClockInLive' };
  if (error instanceof ResetRefused) return { sentence: `start.resetRefused.${error.reason}` };
  if (error instanceof AdministratorOrderUnclear) return { sentence: 'start.administrator.usage' };
  if (error instanceof AccountUnknown)
    return { sentence: 'start.administrator.unknown', values: { identifier: error.identifier } };
  if (error instanceof DataInUse)
    return { sentence: 'start.dataInUse', values: { directory: error.directory } };
  if (error instanceof DataDirectoryUnusable)
    return { sentence: 'start.dataUnusable', values: { directory: error.directory } };
  return null;
}

function databaseFaultOf(error: unknown): StartFault | null {
  if (error instanceof DatabaseAway)
    return { sentence: `start.database.${error.reason}`, values: { variable: error.variable } };
  if (error instanceof DatabaseIsNewer) return { sentence: 'start.databaseIsNewer' };
  if (error instanceof DatabaseIsTooOld)
    return { sentence: 'start.databaseIsTooOld', values: { version: error.version } };
  if (error instanceof MigrationFailed)
    return { sentence: `start.migration.${error.reason}`, values: { step: error.step, state: error.state } };
  if (error instanceof EmbeddedDatabaseError)
    return { sentence: `start.embedded.${error.reason}`, values: { detail: error.detail } };
  return null;
}

/** What `listen` answers. */
function listeningFaultOf(error: unknown): StartFault | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const port = 'port' in error ? String(error.port) : '';
  switch (error.code) {
    case 'EADDRINUSE':
      return { sentence: 'start.portTaken', values: { port } };
    case 'EACCES':
      return port === '' ? null : { sentence: 'start.portForbidden', values: { port } };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return { sentence: 'start.hostUnusable' };
    default:
      return null;
  }
}
