import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { isSignedIn, perform as performAccounts, signedIn, type Tokens } from '../accounts/operations.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

interface Seen {
  readonly id: string;
  readonly device: string;
  readonly site: string;
  readonly network: string;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly current: boolean;
}

const { perform } = mutationsOf<
  'revokeSession' | 'revokeAllSessions',
  { readonly __typename: string; readonly next: { readonly kind: string } }
>(
  {
    revokeSession: '... on RevokeSessionSuccess { next { kind } }',
    revokeAllSessions: '... on RevokeAllSessionsSuccess { next { kind } }',
  },
  '... on Problem { message }',
);

describe('the person’s sessions (A8, M4)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const from = (userAgent: string, asked: Asked = {}): Asked => ({
    ...asked,
    headers: { 'user-agent': userAgent },
  });
  const list = async ({ accessToken: token }: Tokens, asked: Asked = {}, page = ''): Promise<Seen[]> => {
    const { data, errors } = await portal.graphql<{ viewer: { sessions: { nodes: Seen[] } } }>(
      `{ viewer { sessions${page} { totalCount nodes { id device site network startedAt lastUsedAt current } } } }`,
      {},
      { ...asked, token },
    );
    expect(errors).toEqual([]);
    return data.viewer.sessions.nodes;
  };

  it('are listed with device, site, network and last use, the last used first, and this one is marked', async () => {
    const { address } = await givenAccount(portal);
    const desk = await signedIn(portal, address, from(FIREFOX));
    const startedAt = portal.clock.now().toISOString();
    portal.clock.advance(minutes(5));
    const phone = await signedIn(portal, address, from(IPHONE, { clientKey: portal.world.aqpm.toolKey }));

    const english = await list(desk, { locale: 'en-CA' });
    const french = await list(desk);

    expect(english).toEqual([
      expect.objectContaining({ device: 'Safari on iOS', site: expect.any(String), current: false }),
      {
        id: expect.stringMatching(/^ses_/),
        device: 'Firefox on Windows',
        site: expect.any(String),
        network: '127.0.0.0/24',
        startedAt,
        lastUsedAt: startedAt,
        current: true,
      },
    ]);
    expect(french.map(({ device }) => device)).toEqual(['Safari sous iOS', 'Firefox sous Windows']);
    const { nameFr, nameEn } = portal.world.aqpm.association;
    expect([french, english].map(seen => seen.map(({ site }) => site))).toEqual([
      [nameFr, nameFr],
      [nameEn, nameEn],
    ]);
    expect((await list(phone, { clientKey: portal.world.aqpm.toolKey }))[0]).toMatchObject({ current: true });
  });

  it('come in pages, without those that are over', async () => {
    const { address } = await givenAccount(portal);
    const [first, second, third] = [
      await signedIn(portal, address),
      await signedIn(portal, address),
      await signedIn(portal, address),
    ];
    await performAccounts(portal, 'signOut', { refreshToken: second.refreshToken });

    const all = await list(first);

    expect(all).toHaveLength(2);
    expect(await list(first, {}, '(first: 1)')).toEqual(all.slice(0, 1));
    expect(await list(first, {}, '(last: 1)')).toEqual(all.slice(1));
    portal.clock.advance(minutes(9));
    const renewed = await performAccounts(portal, 'refreshSession', { refreshToken: third.refreshToken });
    portal.clock.advance(days(29));
    const last = await performAccounts(portal, 'refreshSession', {
      refreshToken: renewed.session.refreshToken,
    });
    portal.clock.advance(days(1) - minutes(8));
    const late = await performAccounts(portal, 'refreshSession', {
      refreshToken: last.session.refreshToken,
    });
    expect(await list(late.session)).toHaveLength(1);
  });

  it('of another tree are not shown here, nor ended one by one, but with all others', async () => {
    const { aqpm, acps } = portal.world;
    const { address } = await givenAccount(portal, {
      associationIds: [aqpm.association.id, acps.association.id],
    });
    const here = await signedIn(portal, address);
    const there = await signedIn(portal, address, { clientKey: acps.siteKey });

    expect((await list(here)).map(({ current }) => current)).toEqual([true]);
    const [{ id: sessionId } = { id: '' }] = await list(there, { clientKey: acps.siteKey });
    expect(
      (await perform(portal, 'revokeSession', { sessionId }, { token: here.accessToken })).__typename,
    ).toBe('SessionNotFound');
    expect(await isSignedIn(portal, there, { clientKey: acps.siteKey })).toBe(true);
    await perform(portal, 'revokeAllSessions', {}, { token: here.accessToken });
    expect(await isSignedIn(portal, there, { clientKey: acps.siteKey })).toBe(false);
    expect(await isSignedIn(portal, here)).toBe(true);
  });

  it('end one by one, from the next request on', async () => {
    const { address } = await givenAccount(portal);
    const mine = await signedIn(portal, address);
    const lost = await signedIn(portal, address);
    const [other] = (await list(mine)).filter(({ current }) => !current);

    const answers = [];
    for (let click = 0; click < 2; click++)
      answers.push(
        await perform(portal, 'revokeSession', { sessionId: other?.id }, { token: mine.accessToken }),
      );

    expect(answers).toMatchObject(
      Array(2).fill({ __typename: 'RevokeSessionSuccess', next: { kind: 'DONE' } }),
    );
    expect(await isSignedIn(portal, lost)).toBe(false);
    expect(
      (await performAccounts(portal, 'refreshSession', { refreshToken: lost.refreshToken })).__typename,
    ).toBe('SessionEnded');
    expect(await isSignedIn(portal, mine)).toBe(true);
    const [self] = await list(mine);
    expect(
      await perform(portal, 'revokeSession', { sessionId: self?.id }, { token: mine.accessToken }),
    ).toMatchObject({ next: { kind: 'SIGN_IN' } });
    expect(await isSignedIn(portal, mine)).toBe(false);
  });

  it('of others answer like those that never were', async () => {
    const [one, other] = [await givenAccount(portal), await givenAccount(portal)];
    const [mine, theirs] = [await signedIn(portal, one.address), await signedIn(portal, other.address)];
    const [foreign] = await list(theirs);

    const answers = [];
    for (const sessionId of [foreign?.id, 'ses_1111111111111111111111', 'nothing'])
      answers.push(await perform(portal, 'revokeSession', { sessionId }, { token: mine.accessToken }));

    expect(answers.map(answer => answer.__typename)).toEqual(Array(3).fill('SessionNotFound'));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(await isSignedIn(portal, theirs)).toBe(true);
  });

  it('end all together, with or without this one, and who ended them is on record', async () => {
    const { id, address } = await givenAccount(portal);
    const sessions = [];
    for (let i = 0; i < 3; i++) sessions.push(await signedIn(portal, address));
    const [mine, other] = sessions as [Tokens, Tokens, Tokens];
    const asked = { token: mine.accessToken };

    expect(await perform(portal, 'revokeAllSessions', {}, asked)).toMatchObject({
      next: { kind: 'DONE' },
    });
    expect(await isSignedIn(portal, other)).toBe(false);
    expect(await isSignedIn(portal, mine)).toBe(true);
    portal.clock.advance(minutes(1));
    expect(await perform(portal, 'revokeAllSessions', { exceptCurrent: false }, asked)).toMatchObject({
      next: { kind: 'SIGN_IN' },
    });
    expect(await isSignedIn(portal, mine)).toBe(false);
    const entries = await portal.parts.db.entities.query<{ after: unknown }[]>(
      "select after from audit_entry where act = 'revokeAllSessions' and subject_id = $1 order by occurred_at",
      [id],
    );
    expect(entries.map(({ after }) => after)).toEqual([
      { sessionsEnded: 2, exceptCurrent: true },
      { sessionsEnded: 1, exceptCurrent: false },
    ]);
    expect(
      (await performAccounts(portal, 'signIn', { identifier: address, password: PASSWORD })).__typename,
    ).toBe('SignInSuccess');
  });
});
