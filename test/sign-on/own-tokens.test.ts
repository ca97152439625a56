import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import * as client from 'openid-client';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import { clientSeen, givenAdmin } from '../integrations/operations.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askForTokens, askTo, errorIn, newVerifier, signInAt } from './sign-in.ts';
import { openVisitor } from './visitor.ts';

// The realm of a test speaks plain http on loopback: the library marks that as deprecated so that it stands out.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const execute = [client.allowInsecureRequests];
const VIEWER = '{ viewer { account { id } } }';

let realm: Realm;
let site: Registered;
let other: Registered;
let tool: Registered;
let account: GivenAccount;
beforeAll(async () => {
  realm = await openRealm();
  site = await givenSite(realm);
  other = await givenSite(realm, { tree: 'icu', origin: 'http://localhost:4998' });
  tool = await givenSite(realm, { kind: 'SECRET' });
  account = await givenAccount(realm);
});
afterAll(() => realm.close());

const speakingFor = ({ clientId }: Registered, proof: client.ClientAuth) =>
  client.discovery(new URL(realm.issuer), clientId, undefined, proof, { execute });
const ofSite = (which = site) => speakingFor(which, client.None());
const ofTool = () => speakingFor(tool, client.ClientSecretBasic(tool.key));
const works = async (token: string): Promise<boolean> =>
  (await realm.graphql(VIEWER, {}, { token, clientKey: site.key })).status === 200;
const arrive = () => signInAt(realm, openVisitor(realm.issuer), site, account.address);

describe('a site gives a token back (A12)', () => {
  it('and finds the address for it where it finds the others', async () => {
    const { revocation_endpoint: revocation, introspection_endpoint: introspection } = (
      await ofSite()
    ).serverMetadata();

    expect([revocation, introspection]).toEqual([
      `${realm.issuer}/oidc/revoke`,
      `${realm.issuer}/oidc/introspect`,
    ]);
  });

  it('a refresh token, current or spent: the session ends, and every token of it', async () => {
    for (const spent of [false, true]) {
      const config = await ofSite();
      const tokens = await arrive();
      const next = spent ? await client.refreshTokenGrant(config, tokens.refresh_token) : tokens;
      realm.clock.advance(seconds(11));

      await client.tokenRevocation(config, tokens.refresh_token, { token_type_hint: 'refresh_token' });

      expect(await works(next.access_token)).toBe(false);
      await expect(client.refreshTokenGrant(config, next.refresh_token!)).rejects.toThrow();
    }
  });

  it('an access token: the same, because both live and die together, and no other site is entered by it', async () => {
    const visitor = openVisitor(realm.issuer);
    const tokens = await signInAt(realm, visitor, site, account.address);

    await client.tokenRevocation(await ofSite(), tokens.access_token);

    expect(await works(tokens.access_token)).toBe(false);
    await expect(client.refreshTokenGrant(await ofSite(), tokens.refresh_token)).rejects.toThrow();
    const silent = await visitor.open(askTo(realm, other, newVerifier(), { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
  });

  it('never one of another site, whose answer is the same', async () => {
    const tokens = await arrive();
    const strange = await ofSite(other);

    for (const token of [tokens.refresh_token, tokens.access_token, tokens.id_token, 'nothing'])
      await client.tokenRevocation(strange, token);

    expect(await works(tokens.access_token)).toBe(true);
  });

  it('is told that a tool’s own token cannot be taken back, and that a wrong secret proves nothing', async () => {
    const { access_token: token } = await client.clientCredentialsGrant(await ofTool());
    const post = (path: string, secret: string) =>
      fetch(`${realm.issuer}/oidc/${path}`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${tool.clientId}:${secret}`)}` },
        body: new URLSearchParams({ token }),
      });

    await expect(client.tokenRevocation(await ofTool(), token)).rejects.toMatchObject({
      error: 'unsupported_token_type',
    });
    const wrong = await Promise.all([post('revoke', `${tool.key}x`), post('introspect', `${tool.key}x`)]);

    expect(wrong.map(({ status }) => status)).toEqual([401, 401]);
    for (const answer of wrong) expect(await answer.json()).not.toHaveProperty('active');
  });
});

describe('a site asks what a token is worth (A12)', () => {
  it('an access token: whose it is, for what and until when, as long as the session lives', async () => {
    const config = await ofSite();
    const tokens = await arrive();

    const before = await client.tokenIntrospection(config, tokens.access_token);
    await perform(realm, 'signOut', { refreshToken: tokens.refresh_token }, { clientKey: site.key });
    const after = await client.tokenIntrospection(config, tokens.access_token);

    const { sid, exp, iat, jti } = decodeJwt(tokens.access_token);
    expect(before).toEqual({
      active: true,
      token_type: 'Bearer',
      iss: realm.issuer,
      aud: `${realm.issuer}/graphql`,
      client_id: site.clientId,
      sub: toPublicId('Account', account.id),
      sid,
      exp,
      iat,
      jti,
      scope: 'openid profile email affilia',
    });
    expect(after).toEqual({ active: false });
  });

  it('a refresh token: until it is traded, and looking at a spent one ends nothing', async () => {
    const config = await ofSite();
    const tokens = await arrive();

    const before = await client.tokenIntrospection(config, tokens.refresh_token);
    const next = await client.refreshTokenGrant(config, tokens.refresh_token);
    realm.clock.advance(minutes(1));
    const spent = await client.tokenIntrospection(config, tokens.refresh_token);

    expect(before).toMatchObject({ active: true, client_id: site.clientId, sid: expect.any(String) });
    expect(spent).toEqual({ active: false });
    expect(await works(next.access_token)).toBe(true);
  });

  it('a token of its own without a person: with the scopes that are left of it', async () => {
    const config = await ofTool();
    const { access_token: token } = await client.clientCredentialsGrant(config, { scope: 'members:read' });

    const before = await client.tokenIntrospection(config, token);
    await realm.parts.db.transaction(tx =>
      tx.query(`update client set scopes = '{}' where id = $1`, [tool.id]),
    );
    const after = await client.tokenIntrospection(config, token);

    expect(before).toMatchObject({ active: true, sub: tool.clientId, scope: 'members:read' });
    expect(after).toMatchObject({ active: true, scope: '' });
  });

  it('and is told nothing of those of others, nor of what is none', async () => {
    const tokens = await arrive();
    const strange = await ofSite(other);

    for (const token of [tokens.access_token, tokens.refresh_token, tokens.id_token, 'nothing'])
      expect(await client.tokenIntrospection(strange, token)).toEqual({ active: false });
  });
});

describe('when a client was last used is known to the hour (L3)', () => {
  const CREDENTIALS = { grant_type: 'client_credentials' };

  it('by a token that it got for its secret, and by calling the API with it', async () => {
    const admin = await givenAdmin(realm);
    const fresh = await givenSite(realm, { kind: 'SECRET', name: 'fresh' });
    const seen = async () => {
      await realm.runDue();
      const { lastUsedAt, keys } = (await clientSeen(realm, fresh.clientId, admin.asked))!;
      return [lastUsedAt, keys[0]!.lastUsedAt];
    };
    expect(await seen()).toEqual([null, null]);

    const first = realm.clock.now().toISOString();
    const secret = { client_id: fresh.clientId, client_secret: fresh.key };
    const { body } = await askForTokens(realm, { ...CREDENTIALS, ...secret });
    expect(await seen()).toEqual([first, first]);

    realm.clock.advance(minutes(9));
    await realm.graphql('{ realm { mode } }', {}, { token: body.access_token, clientKey: null });
    const second = realm.clock.now().toISOString();
    expect(await seen()).toEqual([second, first]);
  });

  it('by the key pair with which it proved itself, pair by pair', async () => {
    const admin = await givenAdmin(realm);
    const pairs = ['old', 'new'].map(kid => ({ kid, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }));
    const publicKeys = pairs.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid }));
    const paired = await givenSite(realm, { kind: 'SECRET', name: 'paired', publicKeys });
    const proof = (kid: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid })
        .setIssuer(paired.clientId)
        .setSubject(paired.clientId)
        .setAudience(realm.issuer)
        .setJti(randomUUID())
        .setExpirationTime('1m')
        .sign(createPrivateKey(pairs[1]!.privateKey.export({ format: 'pem', type: 'pkcs8' })));
    const present = async (kid: string): Promise<number> => {
      const assertion = {
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await proof(kid),
      };
      return (await askForTokens(realm, { ...CREDENTIALS, ...assertion })).status;
    };

    const used = realm.clock.now().toISOString();
    const answers = [await present('new'), await present('old')];
    await realm.runDue();

    expect(answers).toEqual([200, 401]);
    expect(await clientSeen(realm, paired.clientId, admin.asked)).toMatchObject({
      lastUsedAt: used,
      publicKeys: [
        { kid: 'old', lastUsedAt: null },
        { kid: 'new', lastUsedAt: used },
      ],
    });
  });
});
