import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { limitSlowBodies } from '../../src/platform/http/slow-bodies.ts';

const PATIENCE_MS = 100;

describe('a body that takes too long', () => {
  let app: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    app = fastify();
    limitSlowBodies(app, PATIENCE_MS);
    app.post('/short', (_request, reply) => reply.send('taken'));
    app.post('/long', { config: { longBody: true } }, (_request, reply) => reply.send('taken'));
    app.get('/answer', async (_request, reply) => {
      await pause(2 * PATIENCE_MS);
      return reply.send('taken');
    });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  /** Sends half of a body, waits, then sends the rest. */
  const dawdle = (path: string): Promise<string> =>
    new Promise(resolve => {
      const headers = { 'content-type': 'application/json', 'content-length': 2 };
      const slow = request(`${url}${path}`, { method: 'POST', headers }, response => {
        response.on('data', (said: Buffer) => resolve(said.toString()));
      });
      slow.on('error', () => resolve('cut'));
      slow.write('{');
      void pause(2 * PATIENCE_MS).then(() => slow.end('}'));
    });

  it('is cut off, except at an address for long ones', async () => {
    expect(await Promise.all([dawdle('/short'), dawdle('/long')])).toEqual(['cut', 'taken']);
  });

  it('is nothing that an answer takes long for', async () => {
    expect(await (await fetch(`${url}/answer`)).text()).toBe('taken');
  });
});
