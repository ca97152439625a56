import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exactly } from './exact-length.ts';
import { assertKey, ObjectMissing, type ObjectStorage } from './object-storage.ts';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;

/** Files below a directory of the installation's own, readable by the user that runs it and nobody else. */
export function createDiskStorage(directory: string): ObjectStorage {
  const placeOf = (key: string): string => {
    assertKey(key);
    return join(directory, key);
  };

  return {
    async write(key, content, size) {
      const place = placeOf(key);
      const partial = `${place}.part`;
      await mkdir(dirname(place), { recursive: true, mode: OWNER_ONLY_DIRECTORY });
      try {
        const file = createWriteStream(partial, { mode: OWNER_ONLY, flush: true });
        await pipeline(content, exactly(size), file);
        await rename(partial, place);
      } catch (error) {
        content.destroy();
        await rm(partial, { force: true });
        throw error;
      }
    },

    async read(key) {
      const file = await open(placeOf(key), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new ObjectMissing() : error;
      });
      return file.createReadStream() satisfies Readable;
    },

    async remove(key) {
      const place = placeOf(key);
      await rm(place, { force: true });
      // Of a process that died while it wrote.
      await rm(`${place}.part`, { force: true });
    },

    isShared: false,

    // Rights alone would say yes on a full or read-only disk, and always to an administrator.
    async isWritable() {
      const probe = join(directory, `.writable-${String(process.pid)}`);
      try {
        await mkdir(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
        await writeFile(probe, '', { mode: OWNER_ONLY });
        await rm(probe, { force: true });
        return true;
      } catch {
        return false;
      }
    },
  };
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
