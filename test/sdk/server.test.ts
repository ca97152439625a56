import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accounts } from '@affilia/sdk/accounts';
import { associations } from '@affilia/sdk/associations';
import { openServerSession, openService, type ServiceKey } from '@affilia/sdk/server';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { givenSite, openRealm, type Realm, type Registered } from '../sign-on/realm.ts';
import { signInAt } from '../sign-on/sign-in.ts';
import { openVisitor } from '../sign-on/visitor.ts';
import { minutes, seconds } from '../support/fake-clock.ts';

const KEY = randomBytes(32).toString('base64');

let realm: Realm;
let account: GivenAccount;
beforeAll(async () => {
  realm = await openRealm();
  account = await givenAccount(realm);
});
afterAll(() => realm.close());

/** What a browser sends back of the cookies that it was given. */
const keep = (before: string | null, given: readonly string[]): string | null => {
  const [last] = given;
  if (last === undefined) return before;
  return last.includes('Max-Age=0') ? null : (last.split(';')[0] ?? null);
};

describe('a site with a server keeps tokens in a cookie that no script reads (O2, M4)', () => {
  let calls: string[] = [];
  const open = (cookies: string | null, changed: object = {}) =>
    openServerSession({
      endpoint: realm.endpoint,
      clientKey: realm.world.aqpm.siteKey,
      locale: 'fr-CA' as const,
      cookieKey: KEY,
      cookies,
      fetch: (address: string | URL | Request, init?: RequestInit) => {
        const { query } = JSON.parse(init?.body as string) as { query: string };
        calls.push(/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
        return fetch(address, init);
      },
      use: { accounts },
      ...changed,
    });
  const signedIn = async (): Promise<string> => {
    const session = await open(null);
    const outcome = await session.affilia.accounts.signIn({
      identifier: account.address,
      password: PASSWORD,
    });
    expect(outcome.ok).toBe(true);
    const cookie = keep(null, await session.setCookies());
    calls = [];
    return cookie ?? '';
  };
  const see = async (cookie: string | null, changed: object = {}) => {
    const session = await open(cookie, changed);
    const viewer = await session.affilia.accounts.viewer();
    return { username: viewer?.account.username ?? null, given: await session.setCookies() };
  };

  it('signs in, and says nothing of the tokens to whoever has the cookie', async () => {
    const session = await open(null);
    await session.affilia.accounts.signIn({ identifier: account.address, password: PASSWORD });

    const [cookie = '', ...more] = await session.setCookies();

    expect(more).toEqual([]);
    expect(cookie).toMatch(
      /^__Host-affilia=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=7776000$/,
    );
    expect(cookie.length).toBeLessThan(4_096);
    const bytes = Buffer.from(cookie.slice(15).split(';')[0] ?? '', 'base64url').toString('latin1');
    // As the header of each token begins: shorter pieces are found in random bytes now and then.
    expect(bytes).not.toContain('eyJhbGciOi');
  });

  it('asks for new tokens when they are due, and not before', async () => {
    let cookie: string | null = await signedIn();
    for (let time = 0; time < 3; time++) {
      const { username, given } = await see(`theme=dark; ${cookie}; other=1`);
      expect({ username, given }).toEqual({ username: account.username, given: [] });
    }
    expect(calls).toEqual(['Viewer', 'Viewer', 'Viewer']);

    realm.clock.advance(minutes(11));
    const later = await see(cookie);

    expect(later.username).toBe(account.username);
    expect(calls.filter(name => name === 'RefreshSession')).toHaveLength(1);
    cookie = keep(cookie, later.given);
    calls = [];
    expect(await see(cookie)).toEqual({ username: account.username, given: [] });
    expect(calls).toEqual(['Viewer']);
  });

  it('lets a page send many requests at once with the same cookie', async () => {
    const cookie = await signedIn();
    realm.clock.advance(minutes(11));

    const seen = await Promise.all([1, 2, 3, 4, 5].map(() => see(cookie)));

    expect(seen.map(({ username }) => username)).toEqual(Array(5).fill(account.username));
    realm.clock.advance(seconds(11));
    for (const { given } of seen) expect((await see(keep(cookie, given))).username).toBe(account.username);
  });

  it('signs out, and a copy of the cookie signs in nobody', async () => {
    const cookie = await signedIn();
    const session = await open(cookie);
    await session.affilia.accounts.signOut();

    const after = keep(cookie, await session.setCookies());

    expect((await see(after)).username).toBeNull();
    expect((await see(cookie)).username).toBeNull();
  });

  it('takes a cookie that was tampered with, or is somebody else’s, for none, and removes it', async () => {
    const cookie = await signedIn();
    const other = cookie.at(-3) === 'A' ? 'B' : 'A';
    const strangers = [
      see(`${cookie.slice(0, -3)}${other}${cookie.slice(-2)}`),
      see('__Host-affilia=%%%'),
      see(cookie, { cookieKey: randomBytes(32).toString('base64') }),
      see(cookie, { clientKey: realm.world.acps.siteKey }),
    ];

    for (const { username, given } of await Promise.all(strangers))
      expect({ username, given }).toEqual({
        username: null,
        given: ['__Host-affilia=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0'],
      });
    expect(await see(null)).toEqual({ username: null, given: [] });
  });

  it('opens what an older key sealed, and seals with the newer one', async () => {
    const cookie = await signedIn();
    const newer = randomBytes(32).toString('base64url');
    realm.clock.advance(minutes(11));

    const { username, given } = await see(cookie, { cookieKey: [newer, KEY] });

    expect(username).toBe(account.username);
    expect((await see(keep(cookie, given), { cookieKey: newer })).username).toBe(account.username);
  });

  it.each(['', 'short', randomBytes(16).toString('base64'), 'é'.repeat(44)])(
    'refuses a key that is none: %j',
    async cookieKey => {
      await expect(open(null, { cookieKey })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    },
  );

  it('keeps what an OpenID library got from the realm’s page', async () => {
    const site = await givenSite(realm);
    const tokens = await signInAt(realm, openVisitor(realm.issuer), site, account.address);
    const session = await open(null, { clientKey: site.key });
    await session.adopt({ accessToken: tokens.access_token, refreshToken: tokens.refresh_token });
    const cookie = keep(null, await session.setCookies());

    expect((await see(cookie, { clientKey: site.key })).username).toBe(account.username);
    realm.clock.advance(minutes(11));
    expect((await see(cookie, { clientKey: site.key })).username).toBe(account.username);
  });
});

describe('a program without a person (L3)', () => {
  let tool: Registered;
  beforeAll(async () => {
    tool = await givenSite(realm, { kind: 'SECRET' });
  });

  it('gets a token for its secret once, and reads with that alone', async () => {
    const sent: { path: string; client: string | null }[] = [];
    const service = openService({
      endpoint: `${realm.issuer}/graphql`,
      clientId: tool.clientId,
      clientSecret: tool.key,
      scopes: ['members:read'],
      locale: 'en-CA',
      fetch: (address, init) => {
        const client = new Headers(init?.headers).get('x-affilia-client');
        sent.push({ path: new URL(address as string).pathname, client });
        return fetch(address, init);
      },
      use: { associations },
    });

    const { association } = await service.associations.realm();
    await service.associations.list().page();

    expect(association.code).toBe('aqpm');
    expect(sent).toEqual([
      { path: '/oidc/token', client: null },
      { path: '/graphql', client: null },
      { path: '/graphql', client: null },
    ]);
  });

  it.each([
    ['PEM', { namedCurve: 'P-256' }],
    ['JWK', { namedCurve: 'P-384' }],
    ['CryptoKey', { namedCurve: 'P-256' }],
    ['Ed25519', null],
    ['RSA', null],
  ] as const)('proves itself with a key pair of its own: %s', async (form, curve) => {
    const pair = curve
      ? generateKeyPairSync('ec', curve)
      : form === 'RSA'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ed25519');
    const jwk = pair.privateKey.export({ format: 'jwk' });
    const privateKey =
      form === 'JWK'
        ? (jwk as JsonWebKey)
        : form === 'CryptoKey'
          ? await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
          : pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const kid = `pair-${form}`;
    const paired = await givenSite(realm, {
      kind: 'SECRET',
      name: kid,
      publicKeys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid }],
    });
    let asked = 0;
    const open = (key: ServiceKey) =>
      openService({
        endpoint: `${realm.issuer}/graphql`,
        clientId: paired.clientId,
        keyPair: key,
        locale: 'en-CA',
        fetch: (address, init) => {
          if ((address as string).endsWith('/oidc/token')) asked += 1;
          return fetch(address, init);
        },
        use: { associations },
      });
    const service = open({ kid, privateKey });

    const answers = await Promise.all([1, 2, 3].map(() => service.associations.realm()));
    await service.associations.realm();

    expect(answers.map(({ mode }) => mode)).toEqual(['TEST', 'TEST', 'TEST']);
    expect(asked).toBe(1);
    await expect(open({ kid: 'another', privateKey }).associations.realm()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('invalid_client'),
    });
  });

  it('says at once that a key is none, and that it takes one proof', async () => {
    const common = {
      endpoint: `${realm.issuer}/graphql`,
      clientId: tool.clientId,
      locale: 'en-CA' as const,
      use: { associations },
    };

    expect(() => openService(common)).toThrow('either clientSecret or keyPair');
    await expect(
      openService({ ...common, keyPair: { privateKey: 'no key' } }).associations.realm(),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('PKCS #8') });
  });

  it.each([
    ['a secret that is not its own', { clientSecret: 'affilia_sk_test_wrong' }, 'UNAUTHENTICATED'],
    ['a scope that it does not have', { scopes: ['EVERYTHING'] }, 'BAD_REQUEST'],
  ])('is told of %s', async (_, changed, code) => {
    const service = openService({
      endpoint: `${realm.issuer}/graphql`,
      clientId: tool.clientId,
      clientSecret: tool.key,
      locale: 'en-CA',
      use: { associations },
      ...changed,
    });

    await expect(service.associations.realm()).rejects.toMatchObject({ name: 'AffiliaError', code });
  });
});
