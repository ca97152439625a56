import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body that may take longer than others to come, such as a file. */
    longBody?: boolean;
  }
}

/** The server knows one limit for all requests, so that is the one of the longest bodies. */
export const LONGEST_REQUEST_MS = 30 * 60_000;
const REQUEST_MS = 30_000;

/** Cuts the line of whoever sends a body for longer than that, unless its address is for long ones. */
export function limitSlowBodies(app: FastifyInstance, patienceMs = REQUEST_MS): void {
  app.addHook('onRequest', ({ raw, routeOptions }, _reply, done) => {
    if (routeOptions.config.longBody !== true) {
      const timer = setTimeout(() => {
        if (!raw.complete) raw.destroy();
      }, patienceMs).unref();
      raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}
