import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config/index.ts';
import type { Role } from './role.ts';
import {
  EXAMPLES_HOST,
  secondSitePortOf,
  serverSitePortOf,
  sitePortOf,
  toolPortOf,
} from './example-ports.ts';

/** Throws what `listen` says when a port that will be needed is taken: better now than after all the rest. */
export async function tryPorts({ host, port, realmMode }: Config, role: Role): Promise<void> {
  await tryPort(port, host);
  if (role !== 'all' || realmMode !== 'TEST') return;
  await tryPort(sitePortOf(port), EXAMPLES_HOST);
  await tryPort(toolPortOf(port), EXAMPLES_HOST);
  await tryPort(secondSitePortOf(port), EXAMPLES_HOST);
  await tryPort(serverSitePortOf(port), EXAMPLES_HOST);
}

async function tryPort(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
