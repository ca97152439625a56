import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { testRealm } from '@affilia/sdk/testing';
import { toPublicId } from '../../src/kernel/id.ts';
import { newAddress } from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import { expectOk, expectProblem } from '../support/outcomes.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const realmOf = (clientKey: string) =>
  createAffilia({ endpoint: portal.endpoint, clientKey, locale: 'en-CA', use: { testRealm } }).testRealm;

describe('a partner’s test with the SDK', () => {
  it('invites somebody, has the code, and lets a month go by', async () => {
    const { association, toolKey } = portal.world.aqpm;
    const realm = realmOf(toolKey);

    const { code, invitation } = expectOk(
      await realm.issueInvitation({
        associationId: toPublicId('Association', association.id),
        invitation: { email: newAddress(), locale: 'FR_CA', givenName: 'Ève', familyName: 'Roy' },
      }),
    );
    const { now } = expectOk(await realm.advanceClock({ by: { days: 31 } }));

    expect(code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$/);
    expect(invitation.state).toBe('PENDING');
    expect(Date.parse(now)).toBe(portal.clock.now().getTime() + days(31));
  });

  it('is told what it may not do', async () => {
    const realm = realmOf(portal.world.aqpm.toolKey);

    expectProblem(await realm.reset(), 'NothingToReset');
    expectProblem(await realm.advanceClock({ by: { days: -1 } }), 'InvalidInput');
    await expect(realmOf(portal.world.aqpm.siteKey).reset()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
