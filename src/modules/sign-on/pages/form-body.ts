import type { FastifyInstance } from 'fastify';

const LARGEST_BODY = 16 * 1_024;

/** What a browser sends when a form is submitted, and nothing else. */
export function takeForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_BODY },
    (_request, body, done) => done(null, new Map(new URLSearchParams(String(body)))),
  );
}

export const bodyOf = ({ body }: { readonly body: unknown }): ReadonlyMap<string, string> =>
  body instanceof Map ? (body as Map<string, string>) : new Map();
