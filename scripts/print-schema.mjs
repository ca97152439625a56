import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printSchemaFile } from '../dist/print-schema.js';
import { createSchema } from '../dist/schema.js';

/** Writes schema.graphql from the built server; with `--check` it only tells whether the committed one is true. */
const file = join(import.meta.dirname, '..', 'schema.graphql');
const printed = printSchemaFile(await createSchema());

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8')) !== printed) {
  console.error(
    'schema.graphql is not what the server says: run `npm run schema` and look at the difference.',
  );
  process.exitCode = 1;
}
