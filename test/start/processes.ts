import { readdir, readFile } from 'node:fs/promises';

/** The processes whose command line names this directory, as every database server on it does. */
export async function processesOn(directory: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(directory)) found.push(line.replaceAll('\0', ' '));
  }
  return found;
}
