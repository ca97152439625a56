import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Chromium on disk, and what its process needs to find the libraries and fonts that came with it. */
export interface UnpackedBrowser {
  readonly folder: string;
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What the package writes into the environment of whoever imports it. */
const WRITTEN = ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME', 'TMPDIR', 'VERCEL'] as const;

/**
 * Unpacks the browser once, before any worker starts: the package unpacks into the system's temporary folder and
 * takes what it finds there for whole. Our environment is left as it was, because other programs read it too.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const before = WRITTEN.map(name => [name, process.env[name]] as const);
  const folder = await mkdtemp(join(tmpdir(), 'affilia-browser-'));
  process.env['TMPDIR'] = folder;
  // A bare Debian lacks libraries that the package brings only where it believes to be in a small cloud function.
  process.env['VERCEL'] = '1';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH = '' } = process.env;
    const FONTCONFIG_FILE = await nameTheFonts(folder);
    return { folder, executablePath, environment: { LD_LIBRARY_PATH, FONTCONFIG_FILE } };
  } finally {
    for (const [name, value] of before)
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  }
}

/** The package's own list of folders names the system's temporary one. Without fonts, text has no size. */
async function nameTheFonts(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
  return file;
}
