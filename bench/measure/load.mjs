import http from 'node:http';

const REQUEST_MS = 30_000;

/** Speaks with one server over a fixed number of kept-alive connections. */
export function connect(url, connections) {
  const { hostname, port } = new URL(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

  /** Posts one body and answers the text; anything but a plain success is a fault of the measurement. */
  function send({ path, headers, body }) {
    return new Promise((resolve, reject) => {
      const options = { agent, hostname, port, path, method: 'POST', headers, timeout: REQUEST_MS };
      const request = http.request(options, response => {
        const chunks = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const failed = response.statusCode !== 200 || text.includes('"errors"');
          if (failed) reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 500)}`));
          else resolve(text);
        });
      });
      request.on('timeout', () => request.destroy(new Error(`${path} did not answer`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Sends that many requests, as many at once as there are connections; answers how long each took. */
  async function burst(requests, from, count) {
    const latencies = [];
    let next = 0;
    const work = async () => {
      while (next < count) {
        const request = requests[(from + next++) % requests.length];
        const start = performance.now();
        await send(request);
        latencies.push(performance.now() - start);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: connections }, work));
    return { latencies, milliseconds: performance.now() - start };
  }

  return { send, burst, close: () => agent.destroy() };
}
