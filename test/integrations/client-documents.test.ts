import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { fromPublicId } from '../../src/kernel/id.ts';
import { documentOfClient } from '../../src/modules/integrations/index.ts';
import type { Office } from '../invitations/operations.ts';
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
    expect((await register(clientId, [NAME])).__typename).toBe('RegisterClientDocumentsSuccess');

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
