import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { openSigningKeys } from '../../src/platform/secrets/signing-keys.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { typePassword } from './sign-in.ts';
import { openVisitor } from './visitor.ts';

// The realm of a test speaks plain http on loopback: both libraries mark that as deprecated so that it stands out.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const [onLoopback, plainHttp] = [client.allowInsecureRequests, oauth.allowInsecureRequests];

describe('the libraries with which sites sign people in (A12)', () => {
  let realm: Realm;
  let site: Registered;
  let account: GivenAccount;
  beforeAll(async () => {
    realm = await openRealm();
    site = await givenSite(realm);
    account = await givenAccount(realm);
  });
  afterAll(() => realm.close());

  /** How far the clock of the realm is from that of the machine, by which the libraries judge its tokens. */
  const skew = () => ({
    [client.clockSkew]: Math.round((realm.clock.now().getTime() - Date.now()) / 1_000),
  });

  it('openid-client finds the realm, signs in with PKCE, refreshes, reads the person and signs out', async () => {
    const config = await client.discovery(new URL(realm.issuer), site.clientId, skew(), client.None(), {
      execute: [onLoopback],
    });
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const visitor = openVisitor(realm.issuer);

    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: site.redirectUri,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const back = await typePassword(visitor, await visitor.open(address.href), account.address);
    const tokens = await client.authorizationCodeGrant(config, new URL(back.address), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub);
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token!);
    const leave = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: site.signedOutUri,
    });
    const left = await visitor.submit(await visitor.open(leave.href), { logout: 'yes' });

    expect(person).toEqual({ sub: tokens.claims()!.sub, email: account.address, email_verified: true });
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
    expect(left.address).toBe(site.signedOutUri);
    await expect(client.refreshTokenGrant(config, refreshed.refresh_token!)).rejects.toThrow();
  });

  it('oauth4webapi does the same, and openid-client speaks for a tool with its secret', async () => {
    const insecure = { [plainHttp]: true };
    const issuer = new URL(realm.issuer);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, insecure),
    );
    const self: oauth.Client = { client_id: site.clientId, ...skew() };
    const verifier = oauth.generateRandomCodeVerifier();
    const nonce = oauth.generateRandomNonce();
    const address = new URL(server.authorization_endpoint!);
    address.search = new URLSearchParams({
      client_id: site.clientId,
      redirect_uri: site.redirectUri,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      nonce,
    }).toString();
    const visitor = openVisitor(realm.issuer);

    const back = await typePassword(visitor, await visitor.open(address.href), account.address);
    const parameters = oauth.validateAuthResponse(server, self, new URL(back.address), oauth.expectNoState);
    const answered = await oauth.authorizationCodeGrantRequest(
      server,
      self,
      oauth.None(),
      parameters,
      site.redirectUri,
      verifier,
      insecure,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, self, answered, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, answered, insecure);
    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      self,
      await oauth.refreshTokenGrantRequest(server, self, oauth.None(), tokens.refresh_token!, insecure),
    );
    const { sub } = oauth.getValidatedIdTokenClaims(tokens)!;
    const person = await oauth.processUserInfoResponse(
      server,
      self,
      sub,
      await oauth.userInfoRequest(server, self, refreshed.access_token, insecure),
    );
    expect(person).toEqual({ sub });
    const end = `${server.end_session_endpoint}?${new URLSearchParams({ id_token_hint: tokens.id_token! })}`;
    const left = await visitor.submit(await visitor.open(end), { logout: 'yes' });
    expect(left.html).toContain('Votre session est fermée');

    const tool = await givenSite(realm, { kind: 'SECRET' });
    const config = await client.discovery(
      issuer,
      tool.clientId,
      undefined,
      client.ClientSecretPost(tool.key),
      {
        execute: [onLoopback],
      },
    );
    expect((await client.clientCredentialsGrant(config)).expires_in).toBe(600);
  });

  it('goes on across a change of keys: what was signed before holds, nobody is signed out', async () => {
    const config = await client.discovery(new URL(realm.issuer), site.clientId, skew(), client.None(), {
      execute: [onLoopback],
    });
    const visitor = openVisitor(realm.issuer);
    const resting = openVisitor(realm.issuer);
    const begin = async (more: Record<string, string> = {}, by = visitor) => {
      const verifier = client.randomPKCECodeVerifier();
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: site.redirectUri,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...more,
      });
      return { verifier, page: await by.open(address.href) };
    };
    const finish = ({ verifier }: { verifier: string }, address: string) =>
      client.authorizationCodeGrant(config, new URL(address), {
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
    const rotate = async (): Promise<void> => (await openSigningKeys(realm.parts)).rotate();
    const kidOf = (token: string): unknown =>
      (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: unknown }).kid;

    const first = await begin();
    const before = await finish(first, (await typePassword(visitor, first.page, account.address)).address);
    const rested = await begin({}, resting);
    await finish(rested, (await typePassword(resting, rested.page, account.address)).address);
    await rotate();
    realm.clock.advance(minutes(59));
    const halfway = await begin({ prompt: 'login' });
    realm.clock.advance(minutes(3));
    const back = await typePassword(visitor, halfway.page, account.address);
    const after = await finish(halfway, back.address);
    const silent = await begin({ prompt: 'none' }, resting);
    const entered = await finish(silent, silent.page.address);

    expect(kidOf(after.id_token!)).not.toBe(kidOf(before.id_token!));
    expect(kidOf(entered.id_token!)).toBe(kidOf(after.id_token!));
    expect((await client.refreshTokenGrant(config, before.refresh_token!)).access_token).toBeTruthy();
    const leave = client.buildEndSessionUrl(config, {
      id_token_hint: before.id_token!,
      post_logout_redirect_uri: site.signedOutUri,
    });
    expect((await visitor.open(leave.href)).status).toBe(200);
  });
});
