import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { TELL_SITES } from '../../src/modules/sign-on/tell-sites.ts';
import { enqueue } from '../../src/platform/jobs/job.ts';
import { perform } from '../accounts/operations.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askTo, errorIn, newVerifier, signInAt, type Tokens } from './sign-in.ts';
import { openVisitor, type Page, type Visitor } from './visitor.ts';

const VIEWER = '{ viewer { account { id } } }';

describe('signing out of all sites (A12)', () => {
  let realm: Realm;
  let site: Registered;
  let other: Registered;
  let account: GivenAccount;
  let server: Server;
  let told: { readonly path: string; readonly token: string }[] = [];
  let answer = 200;
  beforeAll(async () => {
    realm = await openRealm();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        told.push({ path: request.url ?? '', token: new URLSearchParams(body).get('logout_token') ?? '' });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    site = await givenSite(realm, { backchannelLogoutUri: `http://127.0.0.1:${port}/one` });
    other = await givenSite(realm, {
      tree: 'icu',
      origin: 'http://localhost:4998',
      backchannelLogoutUri: `http://127.0.0.1:${port}/two`,
    });
  });
  afterAll(async () => {
    server.close();
    await realm.close();
  });
  /** What the minute brings: nobody told the house that a session ended, so that it looks. */
  const passMinute = async (): Promise<string[]> => {
    await realm.parts.db.transaction(tx => enqueue(tx, { name: TELL_SITES }, {}));
    await realm.runDue();
    return told.map(({ path }) => path).sort();
  };
  beforeEach(async () => {
    answer = 200;
    await passMinute();
    told = [];
    account = await givenAccount(realm);
  });

  const works = async ({ access_token: token }: Tokens, { key }: Registered): Promise<boolean> =>
    (await realm.graphql(VIEWER, {}, { token, clientKey: key })).status === 200;

  /** Signed in at both sites with one password. */
  async function givenTwoSites(): Promise<{ visitor: Visitor; one: Tokens; two: Tokens }> {
    const visitor = openVisitor(realm.issuer);
    const one = await signInAt(realm, visitor, site, account.address);
    return { visitor, one, two: await signInAt(realm, visitor, other, account.address) };
  }
  const signOutAddress = (tokens: Tokens, changed: Readonly<Record<string, string>> = {}): string =>
    `${realm.issuer}/oidc/sign-out?${new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: site.signedOutUri,
      state: 'adieu',
      ...changed,
    })}`;
  const confirm = (visitor: Visitor, page: Page): Promise<Page> => visitor.submit(page, { logout: 'yes' });

  it('asks first, then ends both sessions and the sign-in, and goes back to the page that the site registered', async () => {
    const { visitor, one, two } = await givenTwoSites();

    const asked = await visitor.open(signOutAddress(one));
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('Fermer la session');
    expect([await works(one, site), await works(two, other)]).toEqual([true, true]);
    const after = await confirm(visitor, asked);

    expect(after.address).toBe(`${site.signedOutUri}?state=adieu`);
    expect([await works(one, site), await works(two, other)]).toEqual([false, false]);
    const silent = await visitor.open(askTo(realm, site, newVerifier(), { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
  });

  it('changes nothing for whoever stays signed in', async () => {
    const { visitor, one, two } = await givenTwoSites();

    const back = await visitor.submit(await visitor.open(signOutAddress(one)), {});
    const nowhere = await visitor.submit(await visitor.open(`${realm.issuer}/oidc/sign-out`), {});

    expect(back.address).toBe(site.signedOutUri);
    expect(new URL(nowhere.address).pathname).toBe('/account');
    expect([await works(one, site), await works(two, other)]).toEqual([true, true]);
    const silent = await visitor.open(askTo(realm, other, newVerifier(), { prompt: 'none' }));
    expect(errorIn(silent)).toBeNull();
  });

  it('goes back at once where nobody is signed in any more, and only to a registered page', async () => {
    const { visitor, one } = await givenTwoSites();
    await confirm(visitor, await visitor.open(signOutAddress(one)));

    const again = await visitor.open(signOutAddress(one));
    const elsewhere = await visitor.open(
      signOutAddress(one, { post_logout_redirect_uri: 'https://evil.example/' }),
    );
    const nameless = await visitor.open(`${realm.issuer}/oidc/sign-out`);

    expect(again.address).toBe(`${site.signedOutUri}?state=adieu`);
    expect([elsewhere.status, nameless.status]).toEqual([200, 200]);
    expect(elsewhere.address.startsWith(`${realm.issuer}/oidc/sign-out/success`)).toBe(true);
    expect(elsewhere.html).toContain('Votre session est fermée');
  });

  it('refuses an address that the site did not register, and a confirmation that nobody was asked for', async () => {
    const { visitor, one } = await givenTwoSites();

    const elsewhere = await visitor.open(
      signOutAddress(one, { post_logout_redirect_uri: 'https://evil.example/' }),
    );
    const asked = await visitor.open(signOutAddress(one));
    const forged = await visitor.submit(
      { ...asked, html: asked.html.replace(/name="xsrf"\s+value="[^"]+"/, 'name="xsrf" value="forged"') },
      { logout: 'yes' },
    );

    expect([elsewhere.status, forged.status]).toEqual([400, 400]);
    expect(await works(one, site)).toBe(true);
  });

  it('tells each site behind the browser’s back, with a token that it can check', async () => {
    const { visitor, one, two } = await givenTwoSites();
    await confirm(visitor, await visitor.open(signOutAddress(one)));

    await realm.runDue();

    expect(told.map(({ path }) => path).sort()).toEqual(['/one', '/two']);
    const keys = (await (await fetch(`${realm.issuer}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    const forTwo = told.find(({ path }) => path === '/two')!;
    const { payload, protectedHeader } = await jwtVerify(forTwo.token, createLocalJWKSet(keys), {
      issuer: realm.issuer,
      audience: other.clientId,
      typ: 'logout+jwt',
      currentDate: realm.clock.now(),
    });
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload['sid']).toBe(decodeJwt(two.id_token)['sid']);
    expect(payload.sub).toBe(decodeJwt(two.id_token).sub);
    expect(payload['events']).toEqual({ 'http://schemas.openid.net/event/backchannel-logout': {} });
    expect(payload).not.toHaveProperty('nonce');
    await realm.runDue();
    expect(told).toHaveLength(2);
  });

  it('asks a site again that did not answer, without holding up the other', async () => {
    const { visitor, one } = await givenTwoSites();
    answer = 503;
    await confirm(visitor, await visitor.open(signOutAddress(one)));
    await realm.runDue().catch(() => undefined);
    const before = told.length;
    answer = 200;
    await realm.parts.db.transaction(tx =>
      tx.query(
        "update graphile_worker._private_jobs set run_at = now() - interval '1 minute', locked_at = null",
      ),
    );

    await realm.runDue();

    expect(before).toBeGreaterThanOrEqual(2);
    expect(
      told
        .slice(before)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/one', '/two']);
  });

  it('ends the sign-in with the session of any site, and leaves those of the other sites', async () => {
    const { visitor, one, two } = await givenTwoSites();

    await perform(realm, 'signOut', { refreshToken: two.refresh_token }, { clientKey: other.key });

    expect([await works(one, site), await works(two, other)]).toEqual([true, false]);
    const silent = await visitor.open(askTo(realm, other, newVerifier(), { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
  });

  it('tells a site of a session that the person, or a stolen token, ended by another way', async () => {
    const { one, two } = await givenTwoSites();
    const third = await signInAt(realm, openVisitor(realm.issuer), other, account.address);
    const sid = (tokens: Tokens): unknown => decodeJwt(tokens.id_token)['sid'];
    const sidsTold = (): unknown[] => told.map(({ token }) => decodeJwt(token)['sid']);
    const revoked = await realm.graphql<{ revokeSession: { __typename: string } }>(
      'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { __typename } }',
      { input: { sessionId: sid(two) } },
      { token: third.access_token, clientKey: other.key },
    );
    expect(revoked.data.revokeSession.__typename).toBe('RevokeSessionSuccess');

    expect(await passMinute()).toEqual(['/two']);
    expect(sidsTold()).toEqual([sid(two)]);

    const refresh = (refreshToken: string) =>
      perform(realm, 'refreshSession', { refreshToken }, { clientKey: site.key });
    await refresh(one.refresh_token);
    realm.clock.advance(11_000);
    expect((await refresh(one.refresh_token)).__typename).toBe('SessionEnded');

    expect(await passMinute()).toEqual(['/one', '/two']);
    expect(sidsTold().at(-1)).toBe(sid(one));
    expect(await passMinute()).toHaveLength(2);
  });

  it('tells a site at once of a session that is ended on the account page', async () => {
    const { visitor, two } = await givenTwoSites();
    const page = await visitor.open(`${realm.issuer}/account`);
    const forms = page.html
      .split('<form')
      .filter(part => part.includes(String(decodeJwt(two.id_token)['sid'])));
    expect(forms).toHaveLength(1);

    await visitor.submit({ ...page, html: `<form${forms[0]}` }, {});

    expect(await works(two, other)).toBe(false);
    await realm.runDue();
    expect(told.map(({ path }) => path)).toEqual(['/two']);
  });

  it('looks each minute for sessions that ended without a word', async () => {
    const worker = await realm.app.startWorker(1);
    try {
      const routines = await realm.parts.db.entities.query<{ identifier: string }[]>(
        'select identifier from graphile_worker._private_known_crontabs',
      );
      expect(routines.map(({ identifier }) => identifier)).toContain(TELL_SITES);
    } finally {
      await worker.stop();
    }
  });

  it('ends everywhere else when the password is changed, and says so', async () => {
    const { visitor, one, two } = await givenTwoSites();
    const { session } = await perform(
      realm,
      'signIn',
      { identifier: account.address, password: PASSWORD },
      { clientKey: realm.world.aqpm.siteKey },
    );

    await perform(
      realm,
      'changePassword',
      { currentPassword: PASSWORD, newPassword: 'Printemps-vert!2027' },
      { clientKey: realm.world.aqpm.siteKey, token: session.accessToken },
    );

    expect([await works(one, site), await works(two, other)]).toEqual([false, false]);
    const silent = await visitor.open(askTo(realm, site, newVerifier(), { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
    expect(await passMinute()).toEqual(['/one', '/two']);
  });
});
