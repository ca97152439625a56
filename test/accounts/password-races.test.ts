import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount, PASSWORD } from './given-account.ts';
import { perform, signedIn } from './operations.ts';

describe('what happens beside a change of the password (A14)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const passwords = { currentPassword: PASSWORD, newPassword: 'Au revoir!2027' };
  const begin = async () => {
    const { id, address } = await givenAccount(portal);
    const asked = { token: (await signedIn(portal, address)).accessToken };
    return { id, asked };
  };
  const linkMailedTo = async (address: string): Promise<string> => {
    await portal.runDue();
    const [, token = ''] = /#token=([\w-]+)/.exec(portal.mailbox.lastTo(address).text) ?? [];
    return token;
  };

  it('a link that was asked for with the old password does not outlive it', async () => {
    const { asked } = await begin();
    const newAddress = 'voleur@maboite.example';
    const mailIsHeld = await hold(portal, 'lock table mail in share mode');

    const requested = perform(portal, 'requestEmailChange', { newAddress, currentPassword: PASSWORD }, asked);
    await mailIsHeld.untilWaiting(1);
    const changed = perform(portal, 'changePassword', passwords, asked);
    await mailIsHeld.untilWaiting(2);
    await mailIsHeld.letGo();

    expect((await changed).__typename).toBe('ChangePasswordSuccess');
    await requested;
    const confirmed = await perform(portal, 'confirmEmail', { token: await linkMailedTo(newAddress) });
    expect(confirmed.__typename).toBe('ConfirmationTokenReplaced');
  });

  it('confirming a new address waits for it, or it for that, and neither for the other for ever', async () => {
    const { id, asked } = await begin();
    const newAddress = 'nouvelle@maboite.example';
    const input = { newAddress, currentPassword: PASSWORD };
    await perform(portal, 'requestEmailChange', input, asked);
    const token = await linkMailedTo(newAddress);
    const sessionIsHeld = await hold(portal, 'select from session where account_id = $1 for update', [id]);

    const changed = perform(portal, 'changePassword', passwords, asked);
    await sessionIsHeld.untilWaiting(1);
    const confirmed = perform(portal, 'confirmEmail', { token });
    await sessionIsHeld.untilWaiting(2);
    await sessionIsHeld.letGo();

    expect((await changed).__typename).toBe('ChangePasswordSuccess');
    expect((await confirmed).__typename).toBe('ConfirmationTokenReplaced');
  });
});
