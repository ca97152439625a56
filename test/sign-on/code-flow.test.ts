import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { toPublicId, type SessionId } from '../../src/kernel/id.ts';
import { days, seconds } from '../support/fake-clock.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askTo, codeIn, errorIn, exchange, newVerifier, signInAt, typePassword } from './sign-in.ts';
import { openVisitor, type Visitor } from './visitor.ts';

const VIEWER = '{ viewer { account { id } } }';

describe('one sign-in for all sites (A12)', () => {
  let realm: Realm;
  let site: Registered;
  let account: GivenAccount;
  beforeAll(async () => {
    realm = await openRealm();
    site = await givenSite(realm);
    account = await givenAccount(realm);
  });
  afterAll(() => realm.close());

  /** Up to the code that the site gets. */
  async function codeFor(visitor: Visitor, verifier: string, at = site): Promise<string> {
    const page = await visitor.open(askTo(realm, at, verifier));
    return codeIn(page.status === 0 ? page : await typePassword(visitor, page, account.address));
  }
  const viewer = async (token: string, clientKey = site.key) =>
    realm.graphql<{ viewer: { account: { id: string } } | null }>(VIEWER, {}, { token, clientKey });
  const sessionsOf = (accountId: string) =>
    realm.parts.db.entities.query<{ id: SessionId; client_id: string; ended_why: string | null }[]>(
      'select id, client_id, ended_why from session where account_id = $1 order by started_at, id',
      [accountId],
    );

  it('says where everything is, under one bare address', async () => {
    const response = await fetch(`${realm.issuer}/.well-known/openid-configuration`);
    const found = (await response.json()) as Record<string, unknown>;

    expect(response.status).toBe(200);
    expect(found).toMatchObject({
      issuer: realm.issuer,
      jwks_uri: `${realm.issuer}/.well-known/jwks.json`,
      authorization_endpoint: `${realm.issuer}/oidc/authorize`,
      token_endpoint: `${realm.issuer}/oidc/token`,
      userinfo_endpoint: `${realm.issuer}/oidc/userinfo`,
      end_session_endpoint: `${realm.issuer}/oidc/sign-out`,
      code_challenge_methods_supported: ['S256'],
      response_modes_supported: ['query'],
      id_token_signing_alg_values_supported: ['ES256'],
      scopes_supported: ['openid', 'profile', 'email', 'affilia'],
    });
  });

  it('writes addresses of its own, whatever a request says of itself', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    };
    const response = await fetch(`${realm.issuer}/.well-known/openid-configuration`, { headers });

    expect(await response.text()).not.toContain('evil.example');
  });

  it('opens a session of the house at the site, with a token that the API takes', async () => {
    const own = await givenAccount(realm);
    const tokens = await signInAt(realm, openVisitor(realm.issuer), site, own.address, { nonce: 'une-fois' });
    const sessions = await sessionsOf(own.id);
    const keys = (await (await fetch(`${realm.issuer}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    const identity = await jwtVerify(tokens.id_token, createLocalJWKSet(keys), {
      currentDate: realm.clock.now(),
    });

    expect(sessions).toEqual([{ id: expect.any(String), client_id: site.id, ended_why: null }]);
    const sub = toPublicId('Account', own.id);
    const sid = toPublicId('Session', sessions[0]!.id);
    expect(identity.payload).toMatchObject({
      iss: realm.issuer,
      aud: site.clientId,
      sub,
      sid,
      nonce: 'une-fois',
    });
    expect(identity.payload['auth_time']).toEqual(expect.any(Number));
    expect(identity.payload['at_hash']).toEqual(expect.any(String));
    const access = await jwtVerify(tokens.access_token, createLocalJWKSet(keys), {
      currentDate: realm.clock.now(),
    });
    expect(access.protectedHeader).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(access.payload).toMatchObject({
      sub,
      sid,
      client_id: site.clientId,
      aud: `${realm.issuer}/graphql`,
    });
    expect(tokens).toMatchObject({
      expires_in: 600,
      token_type: 'Bearer',
      scope: 'openid profile email affilia',
    });
    expect((await viewer(tokens.access_token)).data.viewer?.account.id).toBe(sub);
  });

  it('lets the same person into a second site without a password, in a session of its own', async () => {
    const own = await givenAccount(realm);
    const other = await givenSite(realm, { tree: 'icu', origin: 'http://localhost:4998' });
    const visitor = openVisitor(realm.issuer);
    await signInAt(realm, visitor, site, own.address);
    const verifier = newVerifier();

    const page = await visitor.open(askTo(realm, other, verifier, { prompt: 'none' }));
    const { status, body } = await exchange(realm, other, codeIn(page), verifier);

    expect(page.address.startsWith(`${other.redirectUri}?`)).toBe(true);
    expect(status).toBe(200);
    const sites = (await sessionsOf(own.id)).map(session => session.client_id);
    expect(sites.sort()).toEqual([site.id, other.id].sort());
    expect((await viewer(body.access_token, other.key)).data.viewer).not.toBeNull();
    expect((await viewer(body.access_token)).status).toBe(401);
  });

  it('says so instead of asking for a password where the site wants no question asked', async () => {
    const page = await openVisitor(realm.issuer).open(askTo(realm, site, newVerifier(), { prompt: 'none' }));

    expect(page.address.startsWith(site.redirectUri)).toBe(true);
    expect(errorIn(page)).toBe('login_required');
    expect(new URL(page.address).searchParams.get('state')).toBe('où-en-étions-nous');
  });

  it('asks for the password again where the site wants that', async () => {
    const visitor = openVisitor(realm.issuer);
    await signInAt(realm, visitor, site, account.address);

    const page = await visitor.open(askTo(realm, site, newVerifier(), { prompt: 'login' }));

    expect(page.status).toBe(200);
    expect(codeIn(await typePassword(visitor, page, account.address))).not.toBe('');
  });

  it('lets somebody else take over a browser, and leaves the former sessions at the sites alone', async () => {
    const [one, two] = [await givenAccount(realm), await givenAccount(realm)];
    const visitor = openVisitor(realm.issuer);
    await signInAt(realm, visitor, site, one.address);
    const verifier = newVerifier();

    const page = await visitor.open(askTo(realm, site, verifier, { prompt: 'login' }));
    const { body } = await exchange(
      realm,
      site,
      codeIn(await typePassword(visitor, page, two.address)),
      verifier,
    );

    expect((await viewer(body.access_token)).data.viewer?.account.id).toBe(toPublicId('Account', two.id));
    expect((await sessionsOf(one.id)).map(session => session.ended_why)).toEqual([null]);
    const silent = await visitor.open(askTo(realm, site, verifier, { prompt: 'none' }));
    const next = await exchange(realm, site, codeIn(silent), verifier);
    expect((await viewer(next.body.access_token)).data.viewer?.account.id).toBe(
      toPublicId('Account', two.id),
    );
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    [
      'a redirect URI that is not registered',
      { redirect_uri: 'http://127.0.0.1:4999/return/' },
      'redirect_uri',
    ],
    ['one that only begins like it', { redirect_uri: 'http://127.0.0.1:4999/return?x=1' }, 'redirect_uri'],
    ['none at all of several', { redirect_uri: 'https://evil.example/' }, 'redirect_uri'],
    ['a client that nobody registered', { client_id: 'cli_1111111111111111111111' }, 'client'],
    ['a client that is no client', { client_id: 'acme' }, 'client'],
  ])('never leads to a site by %s', async (_name, changed, reason) => {
    const page = await openVisitor(realm.issuer).open(askTo(realm, site, newVerifier(), changed));

    expect(page.status).toBe(400);
    expect(page.html).toContain('<html lang="fr-CA">');
    expect(page.html).toContain(reason);
    expect(page.address.startsWith(realm.issuer)).toBe(true);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with plain PKCE', { code_challenge_method: 'plain' }],
    ['with PKCE of no method', { code_challenge_method: undefined }],
    ['for a token in the address', { response_type: 'token' }],
    ['for an answer in a form', { response_mode: 'form_post' }],
  ])('refuses a request %s', async (_name, changed) => {
    const page = await openVisitor(realm.issuer).open(askTo(realm, site, newVerifier(), changed));

    expect(page.address).not.toMatch(/[?#&]code=/);
    expect(
      page.status === 400 || /[?#&]error=(invalid_request|unsupported|unauthorized)/.test(page.address),
    ).toBe(true);
  });

  it('gives nothing for a code with another verifier, address or client, and keeps it good for the right one', async () => {
    const verifier = newVerifier();
    const other = await givenSite(realm, { origin: 'http://127.0.0.1:4997' });
    const code = await codeFor(openVisitor(realm.issuer), verifier);

    const wrong = [
      await exchange(realm, site, code, newVerifier()),
      await exchange(realm, site, code, ''),
      await exchange(realm, site, code, verifier, { redirect_uri: other.redirectUri }),
      await exchange(realm, other, code, verifier, { redirect_uri: site.redirectUri }),
      await exchange(realm, site, `${code}x`, verifier),
    ];

    expect(wrong.map(({ status, body }) => [status, body.error])).toEqual(
      wrong.map(() => [400, 'invalid_grant']),
    );
    expect((await exchange(realm, site, code, verifier)).status).toBe(200);
  });

  it('ends the session of a code that comes a second time', async () => {
    const own = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);
    const verifier = newVerifier();
    const page = await visitor.open(askTo(realm, site, verifier));
    const code = codeIn(await typePassword(visitor, page, own.address));
    const first = await exchange(realm, site, code, verifier);
    expect((await viewer(first.body.access_token)).data.viewer).not.toBeNull();

    const second = await exchange(realm, site, code, verifier);

    expect(second.body.error).toBe('invalid_grant');
    expect((await viewer(first.body.access_token)).status).toBe(401);
    expect((await sessionsOf(own.id)).map(session => session.ended_why)).toEqual(['TOKEN_REUSED']);
    const silent = await visitor.open(askTo(realm, site, verifier, { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
  });

  it('gives tokens for a code to one of ten that bring it at the same moment, and then ends what it gave', async () => {
    const verifier = newVerifier();
    const code = await codeFor(openVisitor(realm.issuer), verifier);

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => exchange(realm, site, code, verifier)),
    );

    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect((await viewer(won[0]!.body.access_token)).status).toBe(401);
  });

  it('keeps a code for a minute', async () => {
    const verifier = newVerifier();
    const code = await codeFor(openVisitor(realm.issuer), verifier);
    realm.clock.advance(seconds(61));

    expect((await exchange(realm, site, code, verifier)).body.error).toBe('invalid_grant');
  });

  it('knows a client no more once it is revoked: neither on the page, nor for a code, nor with a token', async () => {
    const gone = await givenSite(realm, { origin: 'http://127.0.0.1:4996' });
    const visitor = openVisitor(realm.issuer);
    const tokens = await signInAt(realm, visitor, gone, account.address);
    const verifier = newVerifier();
    const code = await codeFor(visitor, verifier, gone);
    await realm.parts.db.transaction(tx =>
      tx.query('update client set revoked_at = $2 where id = $1', [gone.id, realm.clock.now()]),
    );

    expect((await visitor.open(askTo(realm, gone, verifier))).status).toBe(400);
    expect((await exchange(realm, gone, code, verifier)).body.error).toBe('invalid_client');
    expect((await viewer(tokens.access_token, gone.key)).status).toBe(401);
  });

  it('asks for the password once the session is over in which it was given, or the account is', async () => {
    const enders: readonly ((accountId: string) => Promise<unknown>)[] = [
      accountId =>
        realm.parts.db.transaction(tx =>
          tx.query(`update session set ended_at = $2, ended_why = 'PASSWORD_CHANGED' where account_id = $1`, [
            accountId,
            realm.clock.now(),
          ]),
        ),
      accountId =>
        realm.parts.db.transaction(tx =>
          tx.query('update account set disabled_at = $2 where id = $1', [accountId, realm.clock.now()]),
        ),
      () => {
        realm.clock.advance(days(31));
        return Promise.resolve();
      },
    ];
    for (const end of enders) {
      const own = await givenAccount(realm);
      const visitor = openVisitor(realm.issuer);
      await signInAt(realm, visitor, site, own.address);
      const silent = () => visitor.open(askTo(realm, site, newVerifier(), { prompt: 'none' }));
      expect(errorIn(await silent())).toBeNull();

      await end(own.id);

      expect(errorIn(await silent())).toBe('login_required');
    }
  });

  it('leaves a code worthless when the session ends before the site comes for its tokens', async () => {
    const own = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);
    const verifier = newVerifier();
    const page = await visitor.open(askTo(realm, site, verifier));
    const code = codeIn(await typePassword(visitor, page, own.address));
    await realm.parts.db.transaction(tx =>
      tx.query(`update session set ended_at = $2, ended_why = 'PASSWORD_CHANGED' where account_id = $1`, [
        own.id,
        realm.clock.now(),
      ]),
    );

    expect((await exchange(realm, site, code, verifier)).body.error).toBe('invalid_grant');
  });

  it('takes no password for a HOSTED client through the API', async () => {
    const input = { identifier: account.address, password: PASSWORD };
    const mutation = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const { errors } = await realm.graphql(mutation, { input }, { clientKey: site.key });

    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('finds no code, token or id of a browser in its tables', async () => {
    const visitor = openVisitor(realm.issuer);
    const verifier = newVerifier();
    const code = await codeFor(visitor, verifier);
    const { body } = await exchange(realm, site, code, verifier);
    const pending = openVisitor(realm.issuer);
    const { address } = await pending.open(askTo(realm, site, verifier));
    const uid = new URL(address).pathname.split('/').at(-1)!;
    const rows = await realm.parts.db.entities.query<object[]>(
      `select row_to_json(t)::text as text, encode(sealed_payload, 'escape') as payload from sign_on_state t
       union all select row_to_json(t)::text, '' from refresh_token t`,
    );

    const cookies = [...visitor.cookies.values()].map(({ value }) => value);
    const secrets = [code, verifier, uid, body.refresh_token, body.access_token, ...cookies];
    expect(rows.length).toBeGreaterThan(3);
    expect(secrets.filter(secret => JSON.stringify(rows).includes(secret))).toEqual([]);
  });
});
