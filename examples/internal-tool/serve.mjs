// Serves the staff tool. The secret keys stay here: browsers get finished pages and a random id, nothing else.
// By itself: AFFILIA_KEYS='{"aqpm":"affilia_sk_…"}' node serve.mjs --endpoint https://api.example.org/graphql
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createTool } from './answer.mjs';

/**
 * Serves the tool for the association trees whose secret keys are given. Port 0 takes a free one. Behind HTTPS say
 * `secure`, so that the cookie travels on nothing else.
 *
 * @param {{
 *   port: number,
 *   endpoint: string,
 *   keys: Readonly<Record<string, string>>,
 *   host?: string,
 *   secure?: boolean,
 * }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port, endpoint, keys, host = '127.0.0.1', secure = false }) {
  if (Object.keys(keys).length === 0) throw new RangeError('give the secret key of an association tree');
  const answer = createTool({ endpoint, keys, secure });
  const server = createServer((request, response) => {
    answer(request, response).catch(fault => {
      console.error(fault);
      response.destroy();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://${host}:${taken}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4002' },
      endpoint: { type: 'string', default: 'http://localhost:4000/graphql' },
      secure: { type: 'boolean', default: false },
    },
  });
  // Not an argument: every user of the machine can read those of a program that runs.
  const keys = JSON.parse(process.env.AFFILIA_KEYS ?? '{}');
  const { url } = await serve({ ...values, port: Number(values.port), keys });
  console.log(url);
}
