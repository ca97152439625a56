import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { minutes } from '../support/fake-clock.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount } from './given-account.ts';
import { signedIn } from './operations.ts';

describe('signing in when every connection is taken', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({ poolSize: 2 });
  });
  afterAll(() => portal.close());

  it('needs no connection beyond the one that it has', async () => {
    const people = [await givenAccount(portal), await givenAccount(portal)];
    portal.clock.advance(minutes(2));
    const sessionsAreHeld = await hold(portal, 'lock table session in share mode');

    const signingIn = people.map(({ address }) => signedIn(portal, address));
    await sessionsAreHeld.untilWaiting(2);
    await sessionsAreHeld.letGo();

    const sessions = await Promise.all(signingIn);
    expect(sessions.map(session => typeof session.accessToken)).toEqual(['string', 'string']);
  });
});
