import { Logger, runMigrations } from 'graphile-worker';
import { escapeIdentifier, type Pool } from 'pg';
import { openQueuePool } from './queue-pool.ts';

/**
 * Installs or upgrades the queue's tables as their owner, and lets the application's role work with them. Its
 * tables refuse every row to whoever is not their owner (row level security), so rights alone are not enough.
 */
export async function migrateJobs(ownerUrl: string, applicationRole: string | null): Promise<void> {
  const pool = openQueuePool({ connectionString: ownerUrl, max: 2 }, () => undefined);
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    if (applicationRole !== null) await letWork(pool, applicationRole);
  } finally {
    await pool.end();
  }
}

async function letWork(pool: Pool, applicationRole: string): Promise<void> {
  const role = escapeIdentifier(applicationRole);
  await pool.query(`
    grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};
    revoke insert, update, delete on graphile_worker.migrations from ${role};
  `);
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
       and not exists (select from pg_policies
         where schemaname = 'graphile_worker' and tablename = relname and $1 = any (roles))`,
    [applicationRole],
  );
  for (const { name } of rows) {
    const policy = escapeIdentifier(`work of ${applicationRole}`);
    await pool.query(
      `create policy ${policy} on graphile_worker.${escapeIdentifier(name)} to ${role} using (true) with check (true)`,
    );
  }
}
