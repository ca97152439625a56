import { userInfo } from 'node:os';

/** The operator's name for the audit trail; their number where the machine has no name for it, as a container may. */
export function whoRuns(read: () => { readonly username: string } = userInfo): string {
  try {
    return read().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
