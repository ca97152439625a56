import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sdk = join(import.meta.dirname, '..');

/** Packs the built SDK as it would be published, into a place that goes away with the process. */
export function packSdk() {
  const place = mkdtempSync(join(tmpdir(), 'affilia-sdk-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', place],
    {
      cwd: sdk,
      encoding: 'utf8',
    },
  );
  const [{ filename, files }] = JSON.parse(packed);
  return { place, tarball: join(place, filename), files: files.map(file => file.path) };
}
