import { lstat } from 'node:fs/promises';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isMissing } from './system-faults.ts';

/** The user that runs the server. Absent: the user of this process. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

// PostgreSQL refuses to run as root. 65534 is `nobody` on every Linux: no account has to be created.
export const nobody: ServerUser = { uid: 65534, gid: 65534 };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The owner of what stands at this path, or undefined when nothing does. */
export async function ownerOf(path: string): Promise<ServerUser | undefined> {
  try {
    const { uid, gid } = await lstat(path);
    return { uid, gid };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Root may use everybody's data; everybody else only their own. */
export async function refuseDataOfAnotherUser(path: string): Promise<void> {
  if (isRoot()) return;
  const owner = await ownerOf(path);
  if (owner && owner.uid !== process.getuid?.())
    throw new EmbeddedDatabaseError('DATA_OF_ANOTHER_USER', path);
}
