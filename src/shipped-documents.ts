import { readFile } from 'node:fs/promises';

const MANIFEST = new URL('../sdk/documents.json', import.meta.url);

/** The documents of the SDK that is shipped with this server, by the SHA-256 of their text. */
export async function readShippedDocuments(): Promise<ReadonlyMap<string, string>> {
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(manifest).map(([id, text]) => [id.replace(/^sha256:/, ''), text]));
}
