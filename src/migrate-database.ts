import { migrations } from './migrations/index.ts';
import { migrate } from './platform/database/migrate.ts';
import { migrateJobs } from './platform/jobs/migrate-jobs.ts';

/** Brings a database up to this program: our tables, then the job queue's, then the application role's rights. */
export function migrateDatabase(target: { url: string; applicationRole: string | null }): Promise<void> {
  return migrate({
    url: target.url,
    migrations,
    applicationRole: target.applicationRole,
    installJobs: () => migrateJobs(target.url, target.applicationRole),
  });
}
