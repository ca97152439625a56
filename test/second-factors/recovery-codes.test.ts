import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import {
  newRecoveryCode,
  readRecoveryCode,
} from '../../src/modules/accounts/second-factors/recovery-code.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { begin, codeOf, givenProtected, perform, signInWithApp } from './operations.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('a recovery code as people type it (A13)', () => {
  it('is read in any case, with any dashes, and with letters that look like digits', () => {
    expect(readRecoveryCode(' K7V2–9mqa 03xw-TZ5C ')).toBe('k7v2-9mqa-03xw-tz5c');
    expect(readRecoveryCode('k7v29mqaO3xwtz5I')).toBe('k7v2-9mqa-03xw-tz51');
    expect(readRecoveryCode('k7v2-9mqa-03xw')).toBeNull();
    expect(readRecoveryCode('uuuu-uuuu-uuuu-uuuu')).toBeNull();
  });

  it('is read as it was made', () => {
    for (let time = 0; time < 100; time++) {
      const code = newRecoveryCode(randomBytes);
      expect(readRecoveryCode(code)).toBe(code);
    }
  });
});

describe('recovery codes (A13)', () => {
  it('sign in without the device, each once, and the person is told each time', async () => {
    const { account, recoveryCodes } = await givenProtected(portal, { locale: 'en-CA' });
    const [first = ''] = recoveryCodes;
    const use = async () => {
      const { challenge } = await begin(portal, account.address);
      return perform(portal, 'verifySecondFactor', { challenge, recoveryCode: first.toUpperCase() });
    };

    const used = await use();
    expect(used.session).not.toBeNull();
    expect(used.account?.recoveryCodesLeft).toBe(9);
    await portal.runDue();
    const mail = portal.mailbox.lastTo(account.address);
    expect(mail.subject).toBe('A recovery code was used for your account');
    expect(mail.text).toContain('9 codes are left.');
    expect(mail.text).not.toContain(first);

    expect(await use()).toMatchObject({
      __typename: 'SecondFactorRefused',
      path: ['input', 'recoveryCode'],
    });
  });

  it('sign in once, however many send the same code together', async () => {
    const { account, recoveryCodes } = await givenProtected(portal);
    const challenges = await Promise.all([1, 2, 3, 4, 5, 6].map(() => begin(portal, account.address)));

    const results = await Promise.all(
      challenges.map(({ challenge }) =>
        perform(portal, 'verifySecondFactor', { challenge, recoveryCode: recoveryCodes[0] }),
      ),
    );

    expect(results.filter(({ session }) => session)).toHaveLength(1);
    const { rows } = {
      rows: await portal.parts.db.entities.query<{ used: number }[]>(
        'select count(used_at)::int as used from recovery_code where account_id = $1',
        [account.id],
      ),
    };
    expect(rows).toEqual([{ used: 1 }]);
  });

  it('of somebody else sign nobody in', async () => {
    const theirs = await givenProtected(portal);
    const ours = await givenProtected(portal);
    const { challenge } = await begin(portal, ours.account.address);

    const input = { challenge, recoveryCode: theirs.recoveryCodes[0] };
    expect((await perform(portal, 'verifySecondFactor', input)).__typename).toBe('SecondFactorRefused');
  });

  it('are replaced all together, and the person is told', async () => {
    const { account, asked, recoveryCodes: old } = await givenProtected(portal);
    const { recoveryCodes } = await perform(portal, 'regenerateRecoveryCodes', {}, asked);

    expect(recoveryCodes).toHaveLength(10);
    const { challenge } = await begin(portal, account.address);
    const use = (recoveryCode?: string) => perform(portal, 'verifySecondFactor', { challenge, recoveryCode });
    expect((await use(old[0])).__typename).toBe('SecondFactorRefused');
    expect((await use(recoveryCodes![0])).__typename).toBe('VerifySecondFactorSuccess');
    await portal.runDue();
    expect(
      portal.mailbox.mails.filter(({ to }) => to.includes(account.address)).map(({ subject }) => subject),
    ).toContain('Vos codes de récupération ont été remplacés');
  });

  it('are for whoever has a second factor', async () => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address);

    const result = await perform(portal, 'regenerateRecoveryCodes', {}, { token: accessToken });
    expect(result).toMatchObject({ __typename: 'SecondFactorMissing' });
  });
});

describe('taking a second factor off (A13)', () => {
  it('takes the recovery codes along with the last one, and the password alone signs in', async () => {
    const { account, asked } = await givenProtected(portal, { locale: 'en-CA' });
    const viewer = await portal.graphql<{
      viewer: { account: { secondFactors: { id: string; name: string }[]; recoveryCodesLeft: number } };
    }>(
      '{ viewer { account { secondFactors { id name } recoveryCodesLeft } } }',
      {},
      { ...asked, locale: 'en-CA' },
    );
    const [app] = viewer.data.viewer.account.secondFactors;
    expect(app?.name).toBe('Authenticator app');

    const removed = await perform(portal, 'removeSecondFactor', { secondFactorId: app?.id }, asked);

    expect(removed.account).toMatchObject({ secondFactors: [], recoveryCodesLeft: 0 });
    await signedIn(portal, account.address);
    await portal.runDue();
    expect(portal.mailbox.lastTo(account.address).text).toContain(
      'The authenticator app of your account was removed.',
    );
    const again = await perform(portal, 'removeSecondFactor', { secondFactorId: app?.id }, asked);
    expect(again.__typename).toBe('SecondFactorNotFound');
  });

  it('is for the session that proved one: one from before there was any cannot', async () => {
    const account = await givenAccount(portal);
    const before = await signedIn(portal, account.address);
    const { accessToken } = await signedIn(portal, account.address);
    const { secret } = await perform(portal, 'enrollTotp', {}, { token: accessToken });
    const code = codeOf(portal, secret);
    const confirmed = await perform(portal, 'confirmTotp', { code }, { token: accessToken });
    const secondFactorId = confirmed.account?.secondFactors[0]?.id;
    portal.clock.advance(30_000);

    const asked = { token: before.accessToken };
    const remove = await perform(portal, 'removeSecondFactor', { secondFactorId }, asked);
    expect(remove.__typename).toBe('SignInTooOld');

    const after = await signInWithApp(portal, { account, secret });
    const done = await perform(
      portal,
      'removeSecondFactor',
      { secondFactorId },
      { token: after.accessToken },
    );
    expect(done.__typename).toBe('RemoveSecondFactorSuccess');
  });
});
