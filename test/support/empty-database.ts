import type { Client } from 'pg';

/** Tables that the migrations fill; every other one is empty in the template. */
const OF_MIGRATIONS = ['public.schema_migration', 'public.tax_rate', 'graphile_worker.migrations'];

/**
 * Puts a database back to what the template is, as the server's own role. False when it cannot be: a test changed the
 * tables themselves, or what the planner knows of them. Deleting beats `truncate`, which makes each file anew.
 */
export async function emptyDatabase(admin: Client): Promise<boolean> {
  await admin.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  if (await isAltered(admin)) return false;
  const { rows } = await admin.query<{ empty: string }>(
    `select string_agg(format('delete from %s;', name), '') as empty
     from (select c.oid::regclass::text as name from pg_class c
           join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
             and pg_relation_size(c.oid) > 0 and n.nspname || '.' || c.relname <> all ($1)) used`,
    [OF_MIGRATIONS],
  );
  // Neither foreign keys nor the triggers that keep records whole.
  await admin.query(`set session_replication_role = replica; ${rows[0]?.empty ?? ''}`);
  return true;
}

/** The template's rows are older than the database itself: what is younger was changed here. */
async function isAltered(admin: Client): Promise<boolean> {
  const catalogs = ['class', 'attribute', 'proc', 'trigger', 'constraint', 'index', 'statistic'];
  const { rows } = await admin.query<{ altered: boolean }>(`
    select exists (
      select from (${catalogs.map(name => `select xmin from pg_${name}`).join(' union all ')}) row
      where age(row.xmin) < age(own.xmin)) as altered
    from pg_database own where own.datname = current_database()`);
  return rows[0]?.altered ?? true;
}
