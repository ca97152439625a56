import { describe, expect, it } from '@jest/globals';
import { AffiliaError, createAffilia, memoryStorage, type SignedOut } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { createFakePortal, fakeSession, type FakePortal } from '@affilia/sdk/testing';
import { expectOk } from '../support/outcomes.ts';
import { letIn, next, rotate, viewer } from './samples.ts';
import { Browser, type Tab } from './tab.ts';

const place = {
  endpoint: 'https://portal.test/graphql',
  clientKey: 'affilia_pk_test_site',
  locale: 'fr-CA',
} as const;
const marie = { identifier: 'Marie', password: 'Secret-1234' };
const noWait = { pause: () => Promise.resolve() };

function openSite(portal: FakePortal, storage = memoryStorage()) {
  const endings: SignedOut[] = [];
  const onSignedOut = (event: SignedOut): void => void endings.push(event);
  const affilia = createAffilia({
    ...place,
    ...noWait,
    fetch: portal.fetch,
    storage,
    onSignedOut,
    use: { accounts },
  });
  return { affilia, endings, storage };
}

/** A site in a tab of a browser, from the script-tag build. */
function openIn({ sdk }: Tab, portal: FakePortal) {
  const endings: SignedOut[] = [];
  const onSignedOut = (event: SignedOut): void => void endings.push(event);
  const { accounts } = sdk;
  const arrivals = { count: 0 };
  const affilia = sdk.createAffilia({
    ...place,
    ...noWait,
    fetch: portal.fetch,
    onSignedOut,
    onSignedInElsewhere: () => {
      arrivals.count += 1;
    },
    use: { accounts },
  });
  return { affilia, endings, arrivals };
}

const asked = (portal: FakePortal, operation: string): number =>
  portal.requests.filter(request => request.operation === operation).length;

/** Until every storage event has been heard. */
const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 20));

describe('Being signed in (O2)', () => {
  it('sends the token from the sign-in on, and shows it to nobody', async () => {
    const portal = createFakePortal();
    letIn(portal);
    const { affilia } = openSite(portal);

    const value = expectOk(await affilia.accounts.signIn(marie));

    expect(Object.keys(value)).toEqual(['account', 'secondFactor', 'next']);
    expect(await affilia.accounts.viewer()).toEqual(viewer);
    expect(portal.requests.at(-1)?.token).toMatch(/^fake\./);
    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('is known by its browser beyond signing out, and says so at the next sign-in', async () => {
    const portal = createFakePortal();
    const sent = (): unknown[] =>
      portal.requests
        .filter(({ operation }) => operation === 'SignIn')
        .map(({ variables }) => (variables as { input: { deviceToken?: unknown } }).input.deviceToken);
    const known = [fakeSession(), { ...fakeSession(), deviceToken: 'affilia_bt_1' }, fakeSession()];
    portal.answer('SignIn', () => ({
      result: {
        __typename: 'SignInSuccess',
        session: known.shift() ?? fakeSession(),
        account: null,
        secondFactor: null,
        next: next('DONE'),
      },
    }));
    portal.answer('SignOut', () => ({ result: { __typename: 'SignOutSuccess', next: next('SIGN_IN') } }));
    const { affilia, endings, storage } = openSite(portal);
    for (let visit = 0; visit < 3; visit++) {
      await affilia.accounts.signIn(marie);
      await affilia.accounts.signOut();
      expect(await affilia.isSignedIn()).toBe(false);
    }

    await openSite(portal, storage).affilia.accounts.signIn(marie);

    expect(sent()).toEqual([null, null, 'affilia_bt_1', 'affilia_bt_1']);
    expect(endings.map(({ reason }) => reason)).toEqual(Array(3).fill('SIGNED_OUT'));
  });

  it('goes on at the next visit, from what the storage kept', async () => {
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    const { affilia, storage } = openSite(portal);
    await affilia.accounts.signIn(marie);

    const later = openSite(portal, storage).affilia;

    expect(await later.accounts.viewer()).toEqual(viewer);
    expect(asked(portal, 'RefreshSession')).toBe(1);
  });

  it('refreshes once for ten questions at a time', async () => {
    const portal = createFakePortal();
    letIn(portal, 20);
    rotate(portal);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);

    const answers = await Promise.all(Array.from({ length: 10 }, () => affilia.accounts.viewer()));

    expect(answers).toEqual(Array.from({ length: 10 }, () => viewer));
    expect(asked(portal, 'RefreshSession')).toBe(1);
  });

  it('refreshes thirty seconds ahead, and not before', async () => {
    const portal = createFakePortal();
    letIn(portal, 40);
    rotate(portal);
    const { affilia } = openSite(portal);

    await affilia.accounts.signIn(marie);
    await affilia.accounts.viewer();

    expect(asked(portal, 'RefreshSession')).toBe(0);
  });

  it('refreshes and asks again, once, when the service does not take the token', async () => {
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);
    portal.failOnce('Viewer', { code: 'UNAUTHENTICATED' });

    expect(await affilia.accounts.viewer()).toEqual(viewer);

    portal.failOnce('Viewer', { code: 'UNAUTHENTICATED' });
    portal.failOnce('Viewer', { code: 'UNAUTHENTICATED' });
    await expect(affilia.accounts.viewer()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked(portal, 'RefreshSession')).toBe(2);
  });

  it('is not lost with the network: the next question refreshes afresh', async () => {
    const portal = createFakePortal();
    letIn(portal, 0);
    rotate(portal);
    const { affilia, endings } = openSite(portal);
    await affilia.accounts.signIn(marie);
    portal.disconnect(4);

    await expect(affilia.accounts.viewer()).rejects.toBeInstanceOf(AffiliaError);

    expect(endings).toEqual([]);
    expect(await affilia.isSignedIn()).toBe(true);
    expect(await affilia.accounts.viewer()).toEqual(viewer);
  });

  it('uses a token that is still good when the refresh ahead of time finds no network', async () => {
    const portal = createFakePortal();
    letIn(portal, 20);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);
    portal.disconnect(4);

    expect(await affilia.accounts.viewer()).toEqual(viewer);
  });

  it('sends the same refresh again when its answer was lost', async () => {
    const portal = createFakePortal();
    letIn(portal, 0);
    rotate(portal);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);
    portal.disconnect(1);

    await affilia.accounts.viewer();

    const tokens = portal.requests
      .filter(({ operation }) => operation === 'RefreshSession')
      .map(({ variables }) => (variables as { input: { refreshToken: string } }).input.refreshToken);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
  });

  it('ends when the service says so, and tells the page what to say', async () => {
    const portal = createFakePortal();
    letIn(portal, 0);
    rotate(portal).killAll();
    const { affilia, endings } = openSite(portal);
    await affilia.accounts.signIn(marie);

    const nobody = await affilia.accounts.viewer();

    expect(nobody).toBeNull();
    expect(endings).toEqual([
      { reason: 'SESSION_ENDED', message: 'Votre session a pris fin.', next: next('SIGN_IN') },
    ]);
    expect(await affilia.isSignedIn()).toBe(false);
  });

  it('ends here at once on signing out, even when the service cannot be told', async () => {
    const portal = createFakePortal();
    letIn(portal);
    portal.answer('SignOut', { result: { __typename: 'SignOutSuccess', next: next('SIGN_IN') } });
    const { affilia, endings } = openSite(portal);
    await affilia.accounts.signIn(marie);
    portal.disconnect();

    await expect(affilia.accounts.signOut()).rejects.toMatchObject({ code: 'NETWORK' });

    expect(await affilia.isSignedIn()).toBe(false);
    expect(await affilia.accounts.viewer()).toBeNull();
    expect(endings.map(({ reason }) => reason)).toEqual(['SIGNED_OUT']);
    expectOk(await affilia.accounts.signOut());
    expect(endings).toHaveLength(1);
  });

  it('is the new one when somebody signs in while the old one is being refreshed', async () => {
    const portal = createFakePortal();
    letIn(portal, 0);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);
    const late = fakeSession();
    portal.answerOnce('RefreshSession', async () => {
      letIn(portal);
      await affilia.accounts.signIn(marie);
      return { result: { __typename: 'RefreshSessionSuccess', session: late } };
    });

    await affilia.accounts.viewer();

    expect(portal.requests.at(-1)?.token).not.toBe(late.accessToken);
    expect(asked(portal, 'RefreshSession')).toBe(1);
  });

  it('is kept for the next visit when the page is done with the SDK', async () => {
    const portal = createFakePortal();
    letIn(portal);
    const { affilia } = openSite(portal);
    await affilia.accounts.signIn(marie);

    affilia.dispose();

    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('lasts as long as the page where the browser lets it keep nothing', async () => {
    const portal = createFakePortal();
    letIn(portal);
    const { affilia } = openIn(new Browser({ blocked: true }).openTab(), portal);

    await affilia.accounts.signIn(marie);

    expect(await affilia.accounts.viewer()).toEqual(viewer);
  });
});

describe.each([
  ['with locks', true],
  ['without locks', false],
])('Being signed in, in several tabs of a browser %s (O2)', (_name, locks) => {
  it('is being signed in in all of them', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    const first = openIn(browser.openTab(), portal);
    await first.affilia.accounts.signIn(marie);

    const second = openIn(browser.openTab(), portal);

    expect(await second.affilia.accounts.viewer()).toEqual(viewer);
  });

  it('survives every tab refreshing at the same moment', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    await openIn(browser.openTab(), portal).affilia.accounts.signIn(marie);
    const tabs = Array.from({ length: 5 }, () => openIn(browser.openTab(), portal));

    const answers = await Promise.all(tabs.map(({ affilia }) => affilia.accounts.viewer()));
    await settle();

    expect(answers).toEqual(Array.from({ length: 5 }, () => viewer));
    expect(tabs.flatMap(({ endings }) => endings)).toEqual([]);
    expect(browser.kept).toHaveLength(1);
  });

  it('does not make a tab refresh because another one did', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    const first = openIn(browser.openTab(), portal);
    await first.affilia.accounts.signIn(marie);
    await openIn(browser.openTab(), portal).affilia.accounts.viewer();
    await settle();

    await first.affilia.accounts.viewer();

    expect(asked(portal, 'RefreshSession')).toBe(1);
  });

  it('ends in all of them when somebody signs out in one, or clears what the browser keeps', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal);
    portal.answer('SignOut', { result: { __typename: 'SignOutSuccess', next: next('SIGN_IN') } });
    const first = openIn(browser.openTab(), portal);
    const second = openIn(browser.openTab(), portal);
    await first.affilia.accounts.signIn(marie);
    await settle();

    await first.affilia.accounts.signOut();
    await settle();

    expect(second.endings.map(({ reason }) => reason)).toEqual(['SIGNED_OUT_ELSEWHERE']);
    expect(await second.affilia.accounts.viewer()).toBeNull();

    await first.affilia.accounts.signIn(marie);
    await settle();
    browser.clear();
    await settle();
    expect(first.endings.map(({ reason }) => reason)).toEqual(['SIGNED_OUT', 'SIGNED_OUT_ELSEWHERE']);
    expect(await first.affilia.accounts.viewer()).toBeNull();
  });

  it('passes to whoever signs in last, in all of them', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal);
    rotate(portal);
    const first = openIn(browser.openTab(), portal);
    const second = openIn(browser.openTab(), portal);
    await first.affilia.accounts.signIn(marie);
    await second.affilia.accounts.signIn({ identifier: 'Paul', password: 'Secret-1234' });
    await settle();

    await first.affilia.accounts.viewer();

    expect(asked(portal, 'RefreshSession')).toBe(1);
    expect(first.endings).toEqual([]);
    expect([first, second].map(({ arrivals }) => arrivals.count)).toEqual([1, 0]);
  });

  it('is told to the other tabs once, whether nobody was signed in there or somebody else', async () => {
    const browser = new Browser({ locks });
    const portal = createFakePortal();
    letIn(portal, 0);
    rotate(portal);
    portal.answer('SignOut', { result: { __typename: 'SignOutSuccess', next: next('SIGN_IN') } });
    const first = openIn(browser.openTab(), portal);
    const waiting = openIn(browser.openTab(), portal);
    await first.affilia.accounts.signIn(marie);
    await settle();
    const late = openIn(browser.openTab(), portal);
    await settle();

    // A refresh is written too, and is nobody's arrival.
    await first.affilia.accounts.viewer();
    await settle();
    expect([first, waiting, late].map(({ arrivals }) => arrivals.count)).toEqual([0, 1, 0]);

    await first.affilia.accounts.signOut();
    await first.affilia.accounts.signIn({ identifier: 'Paul', password: 'Secret-1234' });
    await settle();
    expect([first, waiting, late].map(({ arrivals }) => arrivals.count)).toEqual([0, 2, 1]);
    expect(await late.affilia.accounts.viewer()).toEqual(viewer);
  });

  it('is not said to have ended where nobody was signed in', async () => {
    const browser = new Browser({ locks });
    const { endings, arrivals } = openIn(browser.openTab(), createFakePortal());
    await settle();

    browser.clear();
    await settle();

    expect({ endings, arrivals }).toEqual({ endings: [], arrivals: { count: 0 } });
  });

  it('stops listening to other tabs when the page is done with it', () => {
    const browser = new Browser({ locks });
    const tab = browser.openTab();
    const { affilia } = openIn(tab, createFakePortal());
    expect(tab.listening()).toBe(1);

    affilia.dispose();

    expect(tab.listening()).toBe(0);
  });
});

describe('A tab that refreshes too late, where the browser has no locks (O2)', () => {
  it('tries the token of the quicker tab before it believes that the session ended', async () => {
    const browser = new Browser({ locks: false });
    const portal = createFakePortal();
    letIn(portal, 0);
    rotate(portal);
    const slow = openIn(browser.openTab(), portal);
    await slow.affilia.accounts.signIn(marie);
    const quick = openIn(browser.openTab(), portal);
    portal.answerOnce('RefreshSession', async () => {
      await quick.affilia.accounts.viewer();
      return { result: { __typename: 'SessionEnded', message: 'Trop tard.', next: next('SIGN_IN') } };
    });

    const seen = await slow.affilia.accounts.viewer();

    expect(seen).toEqual(viewer);
    expect(slow.endings).toEqual([]);
  });
});
