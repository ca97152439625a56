import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Config } from '../config/index.ts';
import type { Log } from '../platform/log/log.ts';
import { createLog } from '../platform/log/pino-log.ts';
import type { Closers } from './closers.ts';
import { DataDirectoryUnusable } from './refusals.ts';
import type { Role } from './role.ts';

/** Where somebody reads the terminal, the log goes to a file beside the data instead. */
export async function openLog({ dataDir, logLevel }: Config, role: Role, closers: Closers): Promise<Log> {
  if (role !== 'all') return createLog({ level: logLevel });
  const file = await open(join(dataDir, 'affilia.log'), 'a', 0o600).catch((error: unknown) => {
    throw new DataDirectoryUnusable(dataDir, error);
  });
  const stream = file.createWriteStream();
  // A full disk, or a line after the end, must not stop the product.
  stream.on('error', () => undefined);
  closers.add(() => finished(stream.end()));
  return createLog({ level: logLevel, stream });
}
