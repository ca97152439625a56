import { createServer } from 'node:http';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { postgraphile } from 'postgraphile';
import { listen, serve } from './serve.mjs';

/** PostGraphile as it comes, without anybody's rights. */
serve(async ({ databaseUrl, poolSize }) => {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    // The order of a list by name stands in an index, but not as its first column.
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    pgServices: [
      makePgService({
        connectionString: databaseUrl,
        schemas: ['public'],
        pubsub: false,
        poolConfig: { max: poolSize },
      }),
    ],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const server = createServer();
  server.on('error', error => {
    throw error;
  });
  await instance.createServ(grafserv).addTo(server);
  return {
    url: `${await listen(server)}/graphql`,
    async close() {
      server.closeAllConnections();
      await instance.release();
    },
  };
});
