import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../kernel/random.ts';
import { SECRET_KEY_BYTES } from './read-secret-keys.ts';

export const secretKeyFileIn = (dataDir: string): string => join(dataDir, 'secret-key');

/** The secret key of a test realm: made once per installation, readable by its owner alone. */
export function secretKeyOf(dataDir: string, random: Random): string {
  const file = secretKeyFileIn(dataDir);
  return textOf(file) ?? makeIn(dataDir, file, random);
}

/** Of two processes that start together, one makes the key and both use it. */
function makeIn(dataDir: string, file: string, random: Random): string {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.new-${Buffer.from(random(6)).toString('hex')}`;
  writeFileSync(draft, `${Buffer.from(random(SECRET_KEY_BYTES)).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return null;
    throw error;
  }
}

const isFileError = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
