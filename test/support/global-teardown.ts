import { removeEmbeddedDatabase } from '../../src/platform/database/embedded/index.ts';
import { rm } from 'node:fs/promises';

export default async function tearDown(): Promise<void> {
  const server = globalThis.affiliaTestServer;
  if (!server) return;
  await removeEmbeddedDatabase(server.folders[0]);
  for (const folder of server.folders) await rm(folder, { recursive: true, force: true });
}
