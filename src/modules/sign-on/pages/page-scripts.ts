import type { FastifyInstance } from 'fastify';
import { LINK_SCRIPT, LINK_SCRIPT_PATH } from './link-form.ts';
import { PASSKEY_SCRIPT, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';

const SCRIPTS = [
  [LINK_SCRIPT_PATH, LINK_SCRIPT],
  [PASSKEY_SCRIPT_PATH, PASSKEY_SCRIPT],
] as const;

/** What the pages run: files of our own, so that their policy needs to let in nothing else. */
export function addPageScripts(server: FastifyInstance): void {
  for (const [path, script] of SCRIPTS)
    server.get(path, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=86400').send(script),
    );
}
