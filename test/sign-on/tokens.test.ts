import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import { seconds } from '../support/fake-clock.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askForTokens, signInAt } from './sign-in.ts';
import { openVisitor } from './visitor.ts';

const VIEWER = '{ viewer { account { id } } }';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('keeping on at a site (A12, A14)', () => {
  let realm: Realm;
  let site: Registered;
  let account: GivenAccount;
  beforeAll(async () => {
    realm = await openRealm();
    site = await givenSite(realm);
    account = await givenAccount(realm);
  });
  afterAll(() => realm.close());

  const refresh = (refreshToken: string, at = site) =>
    askForTokens(realm, { grant_type: 'refresh_token', client_id: at.clientId, refresh_token: refreshToken });
  const works = async (token: string): Promise<boolean> =>
    (await realm.graphql(VIEWER, {}, { token, clientKey: site.key })).status === 200;

  it('trades a refresh token for its successor, the same one for all tabs that ask within ten seconds', async () => {
    const { refresh_token: first } = await signInAt(realm, openVisitor(realm.issuer), site, account.address);

    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(first)));
    realm.clock.advance(seconds(9));
    answers.push(await refresh(first));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1);
    expect(answers[0]!.body.refresh_token).not.toBe(first);
    expect(await works(answers[0]!.body.access_token)).toBe(true);
    expect(answers[0]!.headers.get('cache-control')).toBe('no-store');
  });

  it('ends the session when a refresh token comes back later than that', async () => {
    const { refresh_token: first } = await signInAt(realm, openVisitor(realm.issuer), site, account.address);
    const { body: next } = await refresh(first);
    realm.clock.advance(seconds(11));

    expect((await refresh(first)).body.error).toBe('invalid_grant');
    expect(await works(next.access_token)).toBe(false);
    expect((await refresh(next.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('is one chain with refreshSession of the API', async () => {
    const { refresh_token: first } = await signInAt(realm, openVisitor(realm.issuer), site, account.address);

    const { session } = await perform(
      realm,
      'refreshSession',
      { refreshToken: first },
      { clientKey: site.key },
    );
    const { body } = await refresh(first);

    expect(body.refresh_token).toBe(session.refreshToken);
  });

  it('gives another site nothing for it, and nobody anything for a token that never was', async () => {
    const other = await givenSite(realm, { origin: 'http://127.0.0.1:4998' });
    const { refresh_token: token } = await signInAt(realm, openVisitor(realm.issuer), site, account.address);

    expect((await refresh(token, other)).body.error).toBe('invalid_grant');
    expect((await refresh('affilia_rt_nothing')).body.error).toBe('invalid_grant');
    expect(
      (await askForTokens(realm, { grant_type: 'refresh_token', client_id: site.clientId })).status,
    ).toBe(400);
    expect((await refresh(token)).status).toBe(200);
  });

  it('lets only pages of the site read the answer', async () => {
    const { refresh_token: token } = await signInAt(realm, openVisitor(realm.issuer), site, account.address);
    const parameters = { grant_type: 'refresh_token', client_id: site.clientId, refresh_token: token };

    const own = await askForTokens(realm, parameters, { origin: 'http://127.0.0.1:4999' });
    const strange = await askForTokens(realm, parameters, { origin: 'https://evil.example' });

    expect(own.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4999');
    expect(strange.status).toBe(400);
    expect(strange.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a tool without a person (L3)', () => {
  let realm: Realm;
  let tool: Registered;
  beforeAll(async () => {
    realm = await openRealm();
    tool = await givenSite(realm, { kind: 'SECRET' });
    await realm.parts.db.transaction(tx =>
      tx.query(`update client set scopes = '{members:read,invitations:write}' where id = $1`, [tool.id]),
    );
  });
  afterAll(() => realm.close());

  const basic = ({ clientId }: Registered, secret: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
  });
  const CREDENTIALS = { grant_type: 'client_credentials' };
  const ask = (token: string) => realm.graphql('{ realm { mode } }', {}, { token, clientKey: null });

  it('gets a token for its secret, and speaks to the API with that alone', async () => {
    const { status, body } = await askForTokens(realm, CREDENTIALS, basic(tool, tool.key));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'members:read invitations:write',
    });
    expect(body).not.toHaveProperty('refresh_token');
    expect((await ask(body.access_token)).data).toEqual({ realm: { mode: 'TEST' } });
  });

  it('gets as few scopes as it asks for and never more than it has', async () => {
    const some = await askForTokens(realm, { ...CREDENTIALS, scope: 'members:read' }, basic(tool, tool.key));
    const more = await askForTokens(
      realm,
      { ...CREDENTIALS, scope: 'clients:manage' },
      basic(tool, tool.key),
    );
    const odd = await askForTokens(realm, { ...CREDENTIALS, scope: 'openid' }, basic(tool, tool.key));

    expect(some.body.scope).toBe('members:read');
    expect([more.body.error, odd.body.error]).toEqual(['invalid_scope', 'invalid_scope']);
  });

  it('is refused with a secret that is not its own, or none, and a site has no secret at all', async () => {
    const site = await givenSite(realm);
    const answers = await Promise.all([
      askForTokens(
        realm,
        CREDENTIALS,
        basic(tool, 'affilia_sk_test_0000000000000000000000000000000000000000000'),
      ),
      askForTokens(realm, CREDENTIALS, basic(tool, 'kept as a digest')),
      askForTokens(realm, CREDENTIALS, basic(tool, realm.world.icu.toolKey)),
      askForTokens(realm, { ...CREDENTIALS, client_id: tool.clientId }),
      askForTokens(realm, { ...CREDENTIALS, client_id: site.clientId }),
      askForTokens(realm, CREDENTIALS, basic(site, site.key)),
    ]);

    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual(answers.map(() => true));
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('access_token');
  });

  it('proves itself with a key pair, each proof once', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
    const paired = await givenSite(realm, { kind: 'SECRET', publicKeys: [jwk], name: 'paired' });
    const assertion = (issuer: string): Promise<string> =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(issuer)
        .setSubject(issuer)
        .setAudience(realm.issuer)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })));
    const present = (proof: string) =>
      askForTokens(realm, { ...CREDENTIALS, client_assertion_type: ASSERTION, client_assertion: proof });
    const proof = await assertion(paired.clientId);

    const answers = await Promise.all([present(proof), present(proof), present(proof)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await present(proof)).status).toBe(401);
    expect((await present(await assertion(tool.clientId))).status).toBe(401);
    const { body } = answers.find(({ status }) => status === 200)!;
    expect((await ask(body.access_token)).status).toBe(200);
    expect((await askForTokens(realm, CREDENTIALS, basic(paired, paired.key))).status).toBe(401);
  });

  it('is nobody any more once it is revoked, whatever token it holds', async () => {
    const gone = await givenSite(realm, { kind: 'SECRET', name: 'gone' });
    const { body } = await askForTokens(realm, CREDENTIALS, basic(gone, gone.key));
    expect((await ask(body.access_token)).status).toBe(200);

    await realm.parts.db.transaction(tx =>
      tx.query('update client set revoked_at = $2 where id = $1', [gone.id, realm.clock.now()]),
    );

    expect((await ask(body.access_token)).status).toBe(401);
    expect((await askForTokens(realm, CREDENTIALS, basic(gone, gone.key))).status).toBe(401);
  });

  it('is nobody’s session: its token is refused beside a key, and in a browser', async () => {
    const { body } = await askForTokens(realm, CREDENTIALS, basic(tool, tool.key));

    const beside = await realm.graphql(VIEWER, {}, { token: body.access_token, clientKey: tool.key });
    const inBrowser = await realm.graphql(
      VIEWER,
      {},
      {
        token: body.access_token,
        clientKey: null,
        headers: { origin: 'http://127.0.0.1:4999' },
      },
    );

    expect([beside.status, inBrowser.status]).toEqual([401, 403]);
  });
});
