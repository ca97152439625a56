import { describe, expect, it } from '@jest/globals';
import { AffiliaError, createAffilia, type Affilia } from '@affilia/sdk';
import { accounts, type Accounts } from '@affilia/sdk/accounts';
import { invitations, type Invitations } from '@affilia/sdk/invitations';
import { createFakePortal, type FakePortal } from '@affilia/sdk/testing';
import { expectOk } from '../support/outcomes.ts';
import { account, letIn, next } from './samples.ts';

interface Site {
  readonly portal: FakePortal;
  readonly affilia: Affilia<{ accounts: () => Accounts; invitations: () => Invitations }>;
  /** How long the SDK waited, each time. */
  readonly waits: number[];
}

function openSite(): Site {
  const portal = createFakePortal();
  const waits: number[] = [];
  const affilia = createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    pause: milliseconds => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    use: { accounts, invitations },
  });
  return { portal, affilia, waits };
}

const fault = (work: Promise<unknown>): Promise<AffiliaError> =>
  work.then(
    () => {
      throw new Error('it succeeded');
    },
    (error: unknown) => {
      if (error instanceof AffiliaError) return error;
      throw error;
    },
  );

describe('When the network or the service fails in passing (O2)', () => {
  it('asks a question again, up to three times, and waits a little longer each time', async () => {
    const { portal, affilia, waits } = openSite();
    portal.answer('Viewer', { viewer: null });
    portal.disconnect(3);

    const viewer = await affilia.accounts.viewer();

    expect(viewer).toBeNull();
    expect(portal.requests).toHaveLength(4);
    expect(waits).toHaveLength(3);
    expect(waits[0]).toBeGreaterThanOrEqual(150);
    expect(waits[0]).toBeLessThanOrEqual(300);
    expect(waits[2]).toBeGreaterThanOrEqual(600);
  });

  it('gives up after the third and says that the network failed, with the cause', async () => {
    const { portal, affilia } = openSite();
    portal.disconnect(4);

    const error = await fault(affilia.accounts.viewer());

    expect(error.code).toBe('NETWORK');
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(portal.requests).toHaveLength(4);
  });

  it('waits as long as a busy service asks', async () => {
    const { portal, affilia, waits } = openSite();
    portal.answer('Viewer', { viewer: null });
    portal.failOnce('Viewer', { code: 'SERVICE_BUSY', status: 503, retryAfterSeconds: 2 });
    portal.failOnce('Viewer', { code: 'RATE_LIMITED', status: 429, retryAfterSeconds: 3 });

    await affilia.accounts.viewer();

    expect(waits).toEqual([2000, 3000]);
  });

  it('does not make a person wait for minutes: it says how long instead', async () => {
    const { portal, affilia, waits } = openSite();
    portal.failOnce('Viewer', { code: 'RATE_LIMITED', status: 429, retryAfterSeconds: 600 });

    const error = await fault(affilia.accounts.viewer());

    expect(error.code).toBe('RATE_LIMITED');
    expect(error.retryAfterSeconds).toBe(600);
    expect(error.requestId).toBe('fake-request');
    expect(waits).toEqual([]);
  });

  it('reads the wait from the header when whoever stands before the service answers for it', async () => {
    const { affilia } = openSite();
    const bare = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      fetch: () =>
        Promise.resolve(new Response('<h1>busy</h1>', { status: 503, headers: { 'retry-after': '90' } })),
      use: { accounts },
    });

    const error = await fault(bare.accounts.viewer());

    expect(error).toMatchObject({ code: 'SERVICE_BUSY', retryAfterSeconds: 90 });
    expect(await affilia.isSignedIn()).toBe(false);
  });

  it('accepts an invitation again under the same key, so that it happens once', async () => {
    const { portal, affilia } = openSite();
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'AcceptInvitationSuccess',
        accepted: true,
        account,
        steps: [],
        next: next('DONE'),
      },
    });
    portal.disconnect(2);

    expectOk(await affilia.invitations.accept({ code: '8e5f9b1c-efcd-432b' }));
    expectOk(await affilia.invitations.accept({ code: '8e5f9b1c-efcd-432b' }));

    const keys = portal.requests.map(
      request => (request.variables as { input: { idempotencyKey: string } }).input.idempotencyKey,
    );
    expect(keys).toHaveLength(4);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('keeps the key that the caller brought', async () => {
    const { portal, affilia } = openSite();
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'AcceptInvitationSuccess',
        accepted: true,
        account,
        steps: [],
        next: next('DONE'),
      },
    });

    expectOk(await affilia.invitations.accept({ code: '8e5f9b1c-efcd-432b', idempotencyKey: 'mine' }));

    expect(portal.requests[0]?.variables).toEqual({
      input: { code: '8e5f9b1c-efcd-432b', idempotencyKey: 'mine' },
    });
  });

  it('never sends a password twice', async () => {
    const { portal, affilia } = openSite();
    letIn(portal);
    portal.disconnect(1);

    const error = await fault(affilia.accounts.signIn({ identifier: 'Marie', password: 'Secret-1234' }));

    expect(error.code).toBe('NETWORK');
    expect(portal.requests).toHaveLength(1);
  });

  it('does not ask again what was refused for good', async () => {
    const { portal, affilia } = openSite();
    portal.failOnce('Viewer', { code: 'FORBIDDEN', status: 403 });

    const error = await fault(affilia.accounts.viewer());

    expect(error.code).toBe('FORBIDDEN');
    expect(portal.requests).toHaveLength(1);
  });

  it('stops when the page does, waiting or not', async () => {
    const { portal, affilia } = openSite();
    const leaving = new AbortController();
    portal.answer('Viewer', () => {
      leaving.abort();
      return { viewer: null };
    });

    const error = await fault(affilia.accounts.viewer(leaving.signal));

    expect(error.code).toBe('ABORTED');
    expect((await fault(affilia.accounts.viewer(leaving.signal))).code).toBe('ABORTED');
  });
});

describe('Waiting to ask again (O2)', () => {
  it('keeps no program running once the page has stopped', async () => {
    const portal = createFakePortal();
    const affilia = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      fetch: portal.fetch,
      use: { accounts },
    });
    portal.failOnce('Viewer', { code: 'SERVICE_BUSY', status: 503, retryAfterSeconds: 15 });
    const timers = () => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length;
    const before = timers();
    const leaving = new AbortController();
    const answer = fault(affilia.accounts.viewer(leaving.signal));
    while (timers() === before) await Promise.resolve();

    leaving.abort();

    expect((await answer).code).toBe('ABORTED');
    expect(timers()).toBe(before);
  });
});

describe('A request (O2)', () => {
  it('names its client and the language of the screen, and no person', async () => {
    const { portal, affilia } = openSite();
    portal.answer('Viewer', { viewer: null });

    await affilia.accounts.viewer();

    expect(portal.requests[0]).toMatchObject({
      operation: 'Viewer',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      token: null,
    });
  });

  it('sends no cookie and follows no redirection, so that a token reaches its issuer alone', async () => {
    let init: RequestInit | undefined;
    const affilia = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: () => 'en-CA',
      visitorAddress: '192.0.2.7',
      fetch: (_address, given) => {
        init = given;
        return Promise.resolve(new Response('{"data":{"viewer":null}}'));
      },
      use: { accounts },
    });

    await affilia.accounts.viewer();

    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error' });
    expect(init?.headers).toMatchObject({ 'accept-language': 'en-CA', 'x-affilia-visitor': '192.0.2.7' });
  });

  it('keeps a page whose lesser part failed, and throws when its root did', async () => {
    const answer = (path: string[]): Response =>
      new Response(
        JSON.stringify({
          data: { organization: path.length > 1 ? { id: 'org_1', membership: null } : null },
          errors: [{ message: 'Something went wrong.', path, extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
        }),
      );
    const ask = (path: string[]): Promise<unknown> =>
      createAffilia({
        endpoint: 'https://portal.test/graphql',
        clientKey: 'affilia_pk_test_site',
        locale: 'fr-CA',
        fetch: () => Promise.resolve(answer(path)),
        use: {},
      }).request('query { organization(id: "org_1") { id membership { id } } }', {});

    const page = await ask(['organization', 'membership']);

    expect(page).toEqual({ organization: { id: 'org_1', membership: null } });
    expect((await fault(ask(['organization']))).code).toBe('INTERNAL_SERVER_ERROR');
  });
});
