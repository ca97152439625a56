import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPublicId } from '../../src/kernel/id.ts';
import { documentOfClient } from '../../src/modules/integrations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import type { Office } from '../invitations/operations.ts';
import { addApp, codeOf } from '../second-factors/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAdmin, givenClient, perform } from './operations.ts';

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const given = (kind: 'PUBLISHABLE' | 'SECRET' = 'PUBLISHABLE') =>
  givenClient(portal, portal.world.aqpm.association, { kind });
const register = (clientId: string, documents: readonly string[]) =>
  perform(portal, 'registerClientDocuments', { clientId, documents }, admin.asked);
const MODE = 'query Mode { realm { mode } }';
const NAME = 'query Name {\n  realm { association { names { fr } } }\n}\n';

describe('the documents of a site (O2)', () => {
  it('are its own once they are registered, as often as one likes, and can be sent by their SHA-256', async () => {
    const { id: clientId, key } = await given();

    const first = await register(clientId, [MODE, NAME, MODE]);
    expect(first.sha256).toEqual([sha256(MODE), sha256(NAME)]);
    expect(first.added).toEqual(first.sha256);
    expect(await register(clientId, [NAME])).toMatchObject({ sha256: [sha256(NAME)], added: [] });

    const id = fromPublicId('Client', clientId)!;
    expect(await documentOfClient(portal.parts.db, id, sha256(NAME))).toBe(NAME);
    const send = async (clientKey: string): Promise<unknown> => {
      const response = await fetch(portal.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-affilia-client': clientKey },
        body: JSON.stringify({
          operationName: 'Mode',
          extensions: { persistedQuery: { version: 1, sha256Hash: sha256(MODE) } },
        }),
      });
      return response.json();
    };
    expect(await send(key)).toEqual({ data: { realm: { mode: 'TEST' } } });
    expect(await send(portal.world.aqpm.siteKey)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it.each([
    ['is not GraphQL', 'query {'],
    ['asks for what is not there', '{ realm { kanari } }'],
    ['goes deeper than any may', `{ viewer ${'{ account '.repeat(11)} { id ${'}'.repeat(12)}`],
    ['tries two passwords at once', 'mutation { a: signIn { __typename } b: signIn { __typename } }'],
    ['is longer than any', `# ${'x'.repeat(16_000)}\n${MODE}`],
    ['no database keeps as it came', `# \0\n${MODE}`],
    ['has half a character', `# \uD800\n${MODE}`],
    ['is empty', ''],
  ])('are refused when one of them %s, in its place', async (_, text) => {
    const { id: clientId } = await given();

    const { issues } = await register(clientId, [MODE, text]);

    expect(issues.map(({ path }) => path)).toEqual([['input', 'documents', '1']]);
    expect(issues[0]?.message).not.toContain('kanari');
    expect(
      await documentOfClient(portal.parts.db, fromPublicId('Client', clientId)!, sha256(MODE)),
    ).toBeNull();
  });

  it('are none for a tool, which may send any', async () => {
    const { id } = await given('SECRET');

    expect((await register(id, [MODE])).issues.map(({ code }) => code)).toEqual(['NOT_ALLOWED']);
  });
});

describe('affilia documents push (O2)', () => {
  const place = mkdtempSync(join(tmpdir(), 'affilia-documents-'));
  afterAll(() => rmSync(place, { recursive: true }));

  /** The command of the SDK, as a deployment runs it: no terminal, everything in the environment. */
  const push = (
    documents: unknown,
    changed: {
      client?: string;
      endpoint?: string;
      environment?: Record<string, string>;
      /** What somebody at a terminal types when they are asked; null: they leave by Ctrl-C. */
      typed?: readonly (string | null)[];
    } = {},
  ): Promise<{ code: unknown; said: string[]; complained: string[] }> => {
    const { client, endpoint = portal.endpoint, environment = {}, typed } = changed;
    const file = join(place, `${randomUUID()}.json`);
    writeFileSync(file, typeof documents === 'string' ? documents : JSON.stringify(documents));
    const command = new URL('../../sdk/bin/affilia.mjs', import.meta.url).pathname;
    const given = [
      'documents',
      'push',
      file,
      '--endpoint',
      endpoint,
      ...(client ? ['--client', client] : []),
    ];
    const env = {
      PATH: process.env['PATH'],
      LC_ALL: 'en_CA.UTF-8',
      AFFILIA_KEY: portal.world.aqpm.toolKey,
      AFFILIA_IDENTIFIER: admin.account.address,
      AFFILIA_PASSWORD: PASSWORD,
      ...environment,
    };
    return new Promise(resolve => {
      const atTerminal = typed ? ['--import', 'data:text/javascript,process.stdin.isTTY=true'] : [];
      const run = execFile(
        process.execPath,
        [...atTerminal, command, ...given],
        { env, timeout: 20_000 },
        (fault, said, complained) =>
          resolve({
            code: fault ? fault.code : 0,
            said: said.split('\n').filter(line => line !== ''),
            complained: complained.split('\n').filter(line => line !== ''),
          }),
      );
      if (!typed) run.stdin?.end();
      const waiting = [...(typed ?? [])];
      run.stderr?.on('data', (piece: string) => {
        const next = /: $/.test(piece) ? waiting.shift() : undefined;
        if (next !== undefined) run.stdin?.write(next === null ? '\u0003' : `${next}\r`);
      });
    });
  };

  it('registers what is new, says of each what became of it, and leaves nobody signed in', async () => {
    const { id: client } = await given();
    const documents = { [`sha256:${sha256(MODE)}`]: MODE, [`sha256:${sha256(NAME)}`]: NAME };

    const first = await push({ mode: MODE }, { client });
    const second = await push(documents, { client });
    const french = await push(documents, { client, environment: { LC_ALL: 'fr_CA.UTF-8' } });

    expect(first).toMatchObject({ code: 0, complained: [] });
    expect(second.said).toEqual([
      'Mode: registered already',
      'Name: new',
      'New: 1. Registered already: 1. Refused: 0.',
    ]);
    expect(french.said.at(-1)).toBe('Nouveaux\u00A0: 0. Déjà inscrits\u00A0: 2. Refusés\u00A0: 0.');
    const open = await portal.parts.db.entities.query<object[]>(
      `select 1 from session s join client c on c.id = s.client_id
       where s.account_id = $1 and s.ended_at is null and s.started_at = $2 and c.kind = 'SECRET'`,
      [admin.account.id, portal.clock.now()],
    );
    expect(open).toHaveLength(1);
  });

  it('asks on the terminal for what is missing, the code of the app where one is owed, and shows no password', async () => {
    const { id: client } = await given();
    const { account, asked } = await givenAdmin(portal);
    const { secret } = await addApp(portal, asked);
    const nothing = { AFFILIA_IDENTIFIER: '', AFFILIA_PASSWORD: '', AFFILIA_CODE: '' };
    const code = codeOf(portal, secret);

    const wrong = await push([MODE], {
      client,
      environment: nothing,
      typed: [account.address, PASSWORD, '000000'],
    });
    const broken = await push([MODE], { client, environment: nothing, typed: [account.address, null] });
    const ofNobody = { AFFILIA_IDENTIFIER: account.address, AFFILIA_CODE: '' };
    const alone = await push([MODE], { client, environment: ofNobody });
    const right = await push([MODE], {
      client,
      environment: nothing,
      typed: [account.address, PASSWORD, code],
    });
    const again = await push([MODE], {
      client,
      environment: { ...nothing, AFFILIA_IDENTIFIER: account.address, LC_ALL: 'fr_CA.UTF-8' },
      typed: [PASSWORD, code],
    });

    expect([wrong, broken, alone, right, again].map(({ code: exit }) => exit)).toEqual([1, 1, 1, 0, 1]);
    expect(wrong.complained.at(-1)).toMatch(/code .* is not accepted/);
    expect(broken.complained.at(-1)).toBe('Broken off. Nothing was done.');
    expect(alone.complained).toEqual([expect.stringMatching(/^AFFILIA_CODE is missing/)]);
    expect(right.said).toEqual(['Mode: new', 'New: 1. Registered already: 0. Refused: 0.']);
    const asks = right.complained.join('\n');
    for (const question of ['Username: ', 'Password: ', 'Code of your app: '])
      expect(asks).toContain(question);
    expect(asks).toContain(account.address);
    expect(asks).not.toContain(PASSWORD);
    // Each code works once.
    expect(again.complained.join('\n')).toMatch(/Mot de passe\s: \s+Code de votre application\s: /);
    expect(again.complained.at(-1)).toMatch(/^Ce code /);
  });

  it('holds up no document because another is refused, and says so in its exit code', async () => {
    const { id: client } = await given();

    const { code, said, complained } = await push([MODE, 'query Kanari { realm { kanari } }', NAME], {
      client,
    });

    expect(code).toBe(1);
    expect(said).toEqual(['Mode: new', 'Name: new', 'New: 2. Registered already: 0. Refused: 1.']);
    expect(complained).toHaveLength(1);
    expect(complained[0]).toMatch(/^Kanari: refused\. /);
  });

  it('says what is wrong with the command, the person, the client or the network, each by its code', async () => {
    const { id: client } = await given();
    const { id: tool } = await given('SECRET');

    const codes = await Promise.all([
      push([MODE]),
      push('no list', { client }),
      push([MODE], { client, environment: { AFFILIA_PASSWORD: 'wrong' } }),
      push([MODE], { client, environment: { AFFILIA_PASSWORD: '' } }),
      push([MODE], { client: tool }),
      push([MODE], { client: 'cli_1111111111111111111112' }),
      push([MODE], { client, endpoint: 'http://127.0.0.1:9/graphql' }),
    ]);

    expect(codes.map(({ code }) => code)).toEqual([2, 2, 1, 1, 1, 1, 3]);
    expect(codes[3].complained[0]).toContain('AFFILIA_PASSWORD is missing');
    for (const { complained } of codes) expect(complained.join('\n')).not.toMatch(/\.mjs:\d+/);
  });
});
