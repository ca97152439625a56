import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { days, hours, minutes, seconds } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount } from './given-account.ts';
import { isSignedIn, perform, signedIn, type Result, type Tokens } from './operations.ts';

describe('a session', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const refresh = (refreshToken: string, clientKey?: string): Promise<Result> =>
    perform(portal, 'refreshSession', { refreshToken }, clientKey === undefined ? {} : { clientKey });
  const begin = async (clientKey?: string): Promise<Tokens & { readonly address: string }> => {
    const { address } = await givenAccount(portal);
    return { ...(await signedIn(portal, address, clientKey === undefined ? {} : { clientKey })), address };
  };

  it('goes on with a new refresh token each time, and an access token of ten minutes', async () => {
    const first = await begin();
    portal.clock.advance(minutes(11));
    expect(await isSignedIn(portal, first)).toBe(false);

    const { session } = await refresh(first.refreshToken);

    expect(session.refreshToken).not.toBe(first.refreshToken);
    expect(Date.parse(session.accessTokenExpiresAt)).toBe(portal.clock.now().getTime() + minutes(10));
    expect(await isSignedIn(portal, session)).toBe(true);
    expect((await refresh(session.refreshToken)).__typename).toBe('RefreshSessionSuccess');
  });

  it('gives the same successor to eight tabs that refresh at once', async () => {
    const { refreshToken } = await begin();

    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));

    const successors = new Set(answers.map(({ session }) => session.refreshToken));
    expect(successors.size).toBe(1);
    expect((await refresh([...successors][0] ?? '')).__typename).toBe('RefreshSessionSuccess');
  });

  it('gives the same successor again for ten seconds, to whoever lost the answer', async () => {
    const { refreshToken } = await begin();
    const { session } = await refresh(refreshToken);
    portal.clock.advance(seconds(10));

    const again = await refresh(refreshToken);

    expect(again.session.refreshToken).toBe(session.refreshToken);
    expect((await refresh(session.refreshToken)).__typename).toBe('RefreshSessionSuccess');
  });

  it('ends when a spent token comes back later, and the person is told once', async () => {
    const { refreshToken, address } = await begin();
    const { session } = await refresh(refreshToken);
    portal.clock.advance(seconds(11));

    const thieves = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);

    expect(thieves).toMatchObject([
      { __typename: 'SessionEnded', next: { kind: 'SIGN_IN' } },
      { __typename: 'SessionEnded', next: { kind: 'SIGN_IN' } },
    ]);
    expect(await isSignedIn(portal, session)).toBe(false);
    expect((await refresh(session.refreshToken)).__typename).toBe('SessionEnded');
    await portal.runDue();
    expect(portal.mailbox.to(address).map(mail => mail.subject)).toEqual([
      'Une de vos sessions a été fermée par sécurité',
    ]);
  });

  it('belongs to the client that opened it', async () => {
    const { acps } = portal.world;
    const session = await begin();

    expect(await isSignedIn(portal, session, { clientKey: acps.siteKey })).toBe(false);
    expect((await refresh(session.refreshToken, acps.siteKey)).__typename).toBe('SessionEnded');
    await perform(portal, 'signOut', { refreshToken: session.refreshToken }, { clientKey: acps.siteKey });
    expect(await isSignedIn(portal, session)).toBe(true);
    expect((await refresh(session.refreshToken)).__typename).toBe('RefreshSessionSuccess');
  });

  it('ends after 30 days without use', async () => {
    let { refreshToken } = await begin();
    portal.clock.advance(days(29));
    refreshToken = (await refresh(refreshToken)).session.refreshToken;
    portal.clock.advance(days(30));

    expect((await refresh(refreshToken)).__typename).toBe('SessionEnded');
  });

  it('ends after 90 days in all', async () => {
    let { refreshToken } = await begin();
    for (let i = 0; i < 4; i++) {
      portal.clock.advance(days(22));
      refreshToken = (await refresh(refreshToken)).session.refreshToken;
    }
    portal.clock.advance(days(2));

    expect((await refresh(refreshToken)).__typename).toBe('SessionEnded');
  });

  it('ends in an internal tool after an hour without use, and after twelve in all', async () => {
    const { toolKey } = portal.world.aqpm;
    const idle = await begin(toolKey);
    let { refreshToken } = await begin(toolKey);
    for (let i = 0; i < 13; i++) {
      portal.clock.advance(minutes(55));
      refreshToken = (await refresh(refreshToken, toolKey)).session.refreshToken;
    }

    expect((await refresh(idle.refreshToken, toolKey)).__typename).toBe('SessionEnded');
    portal.clock.advance(minutes(5));
    expect((await refresh(refreshToken, toolKey)).__typename).toBe('SessionEnded');
  });

  it('ends with the account’s being disabled, from the next request on', async () => {
    const { id, address } = await givenAccount(portal);
    const session = await signedIn(portal, address);
    await portal.parts.db.transaction(tx =>
      tx.query('update account set disabled_at = opened_at where id = $1', [id]),
    );

    expect(await isSignedIn(portal, session)).toBe(false);
    expect((await refresh(session.refreshToken)).__typename).toBe('SessionEnded');
  });

  it('ends by signing out with any of its tokens, and the answer is always the same', async () => {
    const first = await begin();
    const { session } = await refresh(first.refreshToken);

    const answers = [];
    for (const refreshToken of [first.refreshToken, session.refreshToken, 'affilia_rt_unknown']) {
      answers.push(await perform(portal, 'signOut', { refreshToken }));
    }

    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'SignOutSuccess', next: { kind: 'SIGN_IN' } });
    expect(await isSignedIn(portal, session)).toBe(false);
    expect((await refresh(session.refreshToken)).__typename).toBe('SessionEnded');
  });

  it('is refused to whoever presents something else', async () => {
    expect((await refresh('affilia_rt_unknown')).__typename).toBe('SessionEnded');
    expect((await refresh('')).issues).toMatchObject([{ path: ['input', 'refreshToken'], code: 'REQUIRED' }]);
    portal.clock.advance(hours(1));
    expect(await isSignedIn(portal, await begin())).toBe(true);
  });

  it('keeps no token in clear', async () => {
    const { refreshToken, accessToken } = await begin();
    const { session } = await refresh(refreshToken);

    const rows: { line: string }[] = await portal.parts.db.entities.query(
      `select s::text || t::text || (select string_agg(a::text, '') from audit_entry a) as line
       from session s join refresh_token t on t.session_id = s.id`,
    );

    const kept = rows.map(row => row.line).join('');
    for (const token of [refreshToken, accessToken, session.refreshToken]) {
      expect(kept).not.toContain(token);
      expect(kept).not.toContain(Buffer.from(token).toString('hex'));
    }
  });
});
