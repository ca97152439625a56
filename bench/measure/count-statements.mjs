import pg from 'pg';

const COUNTED = 20;

/** How many statements PostgreSQL runs for one request of each trial, as it counts them itself. */
export async function countStatements(trials, name, administrationUrl) {
  const client = new pg.Client({ connectionString: administrationUrl });
  await client.connect();
  const counts = new Map();
  try {
    await client.query('create extension if not exists pg_stat_statements');
    await track(client, 'top');
    for (const { workload, contestants } of trials) {
      const { connection, requests } = contestants.find(({ server }) => server.name === name);
      await client.query('select pg_stat_statements_reset()');
      await connection.burst(requests, 0, COUNTED);
      const { rows } = await client.query(
        `select sum(calls)::int as calls from pg_stat_statements where userid = 'affilia_app'::regrole`,
      );
      counts.set(workload.id, rows[0].calls / COUNTED);
    }
    return counts;
  } finally {
    await track(client, 'none');
    await client.end();
  }
}

/** Counting costs a little, so it is switched off while we measure. */
async function track(client, what) {
  await client.query(`alter system set pg_stat_statements.track = '${what}'`);
  await client.query('select pg_reload_conf()');
  await new Promise(resolve => setTimeout(resolve, 500));
}
