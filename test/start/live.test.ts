import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts, isFree, openMachine, type Machine } from './machine.ts';
import { processesOn } from './processes.ts';
import { MAIN, PATIENCE_MS, RESET, sentencesOf, type Product } from './product.ts';

const isRoot = process.getuid?.() === 0;

jest.setTimeout(2 * PATIENCE_MS);

let machine: Machine;
let dataDir: string;
let port: number;
let product: Product;

beforeAll(async () => {
  machine = await openMachine();
  const home = join(machine.folder, 'home');
  await mkdir(home);
  await chmod(home, 0o700);
  dataDir = join(home, 'data');
  port = await freePorts();
  product = machine.start(MAIN, settings());
  await product.untilItSays('Affilia is ready.');
});
afterAll(() => machine.clear(dataDir));

const settings = () => ({
  REALM_MODE: 'LIVE',
  PUBLIC_URL: 'https://portail.aqpm.ca',
  SMTP_URL: 'smtps://courriel.aqpm.ca',
  SECRET_KEY: randomBytes(32).toString('hex'),
  DATA_DIR: dataDir,
  PORT: String(port),
});

const post = async (
  query: string,
): Promise<{ data?: unknown; errors?: { extensions: { code: string } }[] }> => {
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof post>>;
};

describe('a live realm', () => {
  it.each(['/graphiql', '/dev/mailbox', '/dev/mailbox.json'])('has no %s', async path => {
    expect((await fetch(`${product.url}${path}`)).status).toBe(404);
  });

  it('does not describe itself to whoever asks', async () => {
    expect((await post('{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect((await post('{ __schema { queryType { name } } }')).errors).toHaveLength(1);
  });

  it('has no demonstration: no site, no tool, no accounts', async () => {
    expect(await isFree(port + 1)).toBe(true);
    expect(await isFree(port + 2)).toBe(true);
    expect(product.said()).toContain('API  https://portail.aqpm.ca/graphql');
    expect(product.said()).not.toMatch(/Demo|Accounts|npm run demo|GraphiQL|Mailbox/);
  });
});

describe('below a folder that only its owner may enter', () => {
  const placeIn = (text: string): string | undefined => /kept in (\S+)\.$/m.exec(text)?.[1];

  it('the database runs all the same, and says where it is', async () => {
    expect(placeIn(product.said())).toEqual(isRoot ? expect.stringMatching('^/var/tmp/affilia-') : undefined);

    product.kill('SIGINT');

    expect(await product.ended()).toMatchObject({ code: 0, stderr: '' });
    expect(await processesOn(placeIn(product.said()) ?? dataDir)).toEqual([]);
  });

  it('a reset clears that place too, but never that of a live realm', async () => {
    const place = placeIn(product.said()) ?? join(dataDir, 'postgres');
    expect(sentencesOf(await machine.run(RESET, settings()))).toEqual([
      '`npm run reset` is for test realms only: REALM_MODE is LIVE.',
    ]);
    expect((await stat(place)).isDirectory()).toBe(true);

    await machine.run(RESET, { DATA_DIR: dataDir });

    await expect(stat(place)).rejects.toThrow('ENOENT');
  });
});
