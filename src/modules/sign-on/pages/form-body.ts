import type { FastifyInstance } from 'fastify';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { headerOf } from '../../../platform/http/request-context.ts';

/** Three of the longest passwords, of letters that are sent as nine characters each, and what a form has besides. */
const LARGEST_BODY = 32 * 1_024;

/** By which browsers say that a page of ours did not send the form. */
const FROM_ELSEWHERE = ['cross-site', 'same-site'];

/**
 * What a browser sends when a form of ours is submitted, and nothing else. Some forms carry no proof, because they are
 * for whoever has no sign-in under way: another site does not send them in its visitor's name either.
 */
export function takeForms(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const isElsewhere = FROM_ELSEWHERE.includes(headerOf(request, 'sec-fetch-site') ?? '');
    done(request.method === 'POST' && isElsewhere ? new Forbidden('ORIGIN') : undefined);
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_BODY },
    (_request, body, done) => done(null, new Map(new URLSearchParams(String(body)))),
  );
}

export const bodyOf = ({ body }: { readonly body: unknown }): ReadonlyMap<string, string> =>
  body instanceof Map ? (body as Map<string, string>) : new Map();
