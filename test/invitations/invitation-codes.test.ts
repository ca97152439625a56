import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPortal, type Portal } from '../support/portal.ts';
import { signedIn } from '../accounts/operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  codeMailedTo,
  givenCode,
  givenMember,
  givenOffice,
  lapse,
  newAccountInput,
  newAddress,
  perform,
  preview,
  refusedInBoth,
  type Office,
  type Result,
} from './operations.ts';

describe('a code that does not lead on says why, and what to do (B3, B6, B7, Z15)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  /** All ways to use a code give the same kind of answer. */
  const everyWay = async (code: string): Promise<Result> => {
    const member = await givenMember(portal, newAddress());
    const ways: ((locale: 'fr-CA' | 'en-CA') => Promise<Result>)[] = [
      locale => preview(portal, code, { locale }),
      locale => perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code), { locale }),
      locale => perform(portal, 'acceptInvitation', { code }, { ...member.asked, locale }),
      locale => perform(portal, 'declineInvitation', { code }, { locale }),
    ];
    const answers: Result[] = [];
    for (const way of ways) answers.push(await refusedInBoth(way));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    return first!;
  };
  /** The office signs in again after the clock has moved. */
  const signInOffice = async (): Promise<void> => {
    const clientKey = portal.world.aqpm.toolKey;
    const { accessToken } = await signedIn(portal, office.account.address, { clientKey });
    office = { ...office, asked: { clientKey, token: accessToken } };
  };

  it('a wrong code, a code of another tree and gibberish are one answer', async () => {
    const acps = await givenOffice(portal, { body: portal.world.acps });
    const elsewhere = await givenCode(portal, acps);

    const unknown = await everyWay('00000000-0000-0000');
    const foreign = await everyWay(elsewhere.code);
    const gibberish = await preview(portal, 'bonjour');

    expect(unknown).toMatchObject({
      __typename: 'InvitationCodeUnknown',
      message: 'Ce code d’invitation est inconnu ici. Comparez-le avec celui du courriel que vous avez reçu.',
      next: { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
    });
    expect(foreign).toEqual(unknown);
    expect(gibberish).toEqual(unknown);
  });

  it('an empty or endless code is an input to correct', async () => {
    const empty = await refusedInBoth(locale => preview(portal, '  ', { locale }));
    const endless = await refusedInBoth(locale => preview(portal, 'a'.repeat(65), { locale }));
    const inMutation = await refusedInBoth(locale =>
      perform(portal, 'declineInvitation', { code: '' }, { locale }),
    );

    expect(empty.issues).toMatchObject([{ path: ['code'], code: 'REQUIRED' }]);
    expect(endless.issues).toMatchObject([{ path: ['code'], code: 'TOO_LONG' }]);
    expect(inMutation.issues).toMatchObject([{ path: ['input', 'code'], code: 'REQUIRED' }]);
  });

  it('a used code says so and leads to signing in', async () => {
    const { code } = await givenCode(portal, office);
    await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));

    expect(await everyWay(code)).toMatchObject({ __typename: 'InvitationUsed', next: { kind: 'SIGN_IN' } });
  });

  it('a withdrawn code says so and leads to support', async () => {
    const { code, id } = await givenCode(portal, office);
    await perform(portal, 'revokeInvitation', { invitationId: id }, office.asked);

    expect(await everyWay(code)).toMatchObject({
      __typename: 'InvitationWithdrawn',
      next: { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
    });
  });

  it('a declined code says so, and declining twice changes nothing', async () => {
    const { code } = await givenCode(portal, office);

    const declined = await perform(portal, 'declineInvitation', { code });

    expect(declined).toMatchObject({ __typename: 'DeclineInvitationSuccess', next: { kind: 'DONE' } });
    expect(await everyWay(code)).toMatchObject({
      __typename: 'InvitationDeclined',
      next: { kind: 'CONTACT_SUPPORT' },
    });
  });

  it('a code that was sent again says that there is a newer one, which works', async () => {
    const { code, id, address } = await givenCode(portal, office);
    await perform(portal, 'resendInvitation', { invitationId: id }, office.asked);
    const newer = await codeMailedTo(portal, address);

    expect(newer).not.toBe(code);
    expect(await everyWay(code)).toMatchObject({
      __typename: 'InvitationReplaced',
      next: { kind: 'USE_NEWEST_MAIL' },
    });
    expect(await preview(portal, newer)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });

  it('an expired code tells the masked address only, and that a fresh one can be had', async () => {
    const { code, address } = await givenCode(portal, office);
    lapse(portal);

    const answer = await everyWay(code);

    expect(answer).toMatchObject({
      __typename: 'InvitationExpired',
      message: 'Cette invitation est expirée. Une nouvelle peut être envoyée à i•••@maboite.example.',
      canReissue: true,
      maskedAddress: 'i•••@maboite.example',
      next: { kind: 'REQUEST_NEW_INVITATION', maskedAddress: 'i•••@maboite.example' },
    });
    expect(JSON.stringify(answer)).not.toContain(address);
    await signInOffice();
  });

  it('the holder of an expired code gets a fresh one at the same address, three times', async () => {
    const { code, address, id } = await givenCode(portal, office);
    let current = code;
    for (let time = 1; time <= 3; time++) {
      lapse(portal);
      const sent = await perform(portal, 'reissueExpiredInvitation', { code: current });
      expect(sent).toMatchObject({
        __typename: 'ReissueExpiredInvitationSuccess',
        maskedAddress: 'i•••@maboite.example',
        next: { kind: 'USE_NEWEST_MAIL' },
      });
      const fresh = await codeMailedTo(portal, address);
      expect(await preview(portal, current)).toMatchObject({ __typename: 'InvitationReplaced' });
      expect(await preview(portal, fresh)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
      current = fresh;
    }
    lapse(portal);

    const fourth = await refusedInBoth(locale =>
      perform(portal, 'reissueExpiredInvitation', { code: current }, { locale }),
    );
    expect(fourth).toMatchObject({
      __typename: 'InvitationNotReissuable',
      next: { kind: 'CONTACT_SUPPORT' },
    });
    expect(await preview(portal, current)).toMatchObject({
      canReissue: false,
      next: { kind: 'CONTACT_SUPPORT' },
    });

    await signInOffice();
    const again = await perform(portal, 'resendInvitation', { invitationId: id }, office.asked);
    expect(again).toMatchObject({ __typename: 'ResendInvitationSuccess', invitation: { state: 'PENDING' } });
    const last = await codeMailedTo(portal, address);
    expect(await preview(portal, last)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });

  it('a fresh one is refused before the expiry, after sixty days, and once somebody has decided', async () => {
    const pending = await givenCode(portal, office);
    const reissue = (code: string): Promise<Result> =>
      refusedInBoth(locale => perform(portal, 'reissueExpiredInvitation', { code }, { locale }));
    expect(await reissue(pending.code)).toMatchObject({
      __typename: 'InvitationNotReissuable',
      next: { kind: 'OPEN_ACCOUNT' },
    });

    const revoked = await givenCode(portal, office);
    const declined = await givenCode(portal, office);
    const used = await givenCode(portal, office);
    const resent = await givenCode(portal, office);
    await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
    await perform(portal, 'resendInvitation', { invitationId: resent.id }, office.asked);
    await perform(portal, 'declineInvitation', { code: declined.code });
    await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, used.code));
    lapse(portal);
    expect(await reissue(revoked.code)).toMatchObject({ __typename: 'InvitationWithdrawn' });
    expect(await reissue(declined.code)).toMatchObject({ __typename: 'InvitationDeclined' });
    expect(await reissue(used.code)).toMatchObject({ __typename: 'InvitationUsed' });
    expect(await reissue(resent.code)).toMatchObject({ __typename: 'InvitationReplaced' });
    expect(await reissue('00000000-0000-0000')).toMatchObject({ __typename: 'InvitationCodeUnknown' });
    expect(await reissue('')).toMatchObject({ __typename: 'InvalidInput' });

    lapse(portal, 60);
    expect(await reissue(pending.code)).toMatchObject({ __typename: 'InvitationNotReissuable' });
    await signInOffice();
  });

  it('eight people who ask for a fresh one at once get one mail, and the same key gets the same answer', async () => {
    const { code, address } = await givenCode(portal, office);
    lapse(portal);
    const before = portal.mailbox.to(address).length;

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => perform(portal, 'reissueExpiredInvitation', { code })),
    );
    const again = await givenCodeAndKey();
    await portal.runDue();

    const kinds = answers.map(answer => answer.__typename).sort();
    expect(kinds).toEqual([
      ...Array<string>(7).fill('InvitationReplaced'),
      'ReissueExpiredInvitationSuccess',
    ]);
    expect(portal.mailbox.to(address)).toHaveLength(before + 1);
    expect(new Set(again.answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(portal.mailbox.to(again.address)).toHaveLength(2);
    const reused = await refusedInBoth(locale =>
      perform(
        portal,
        'reissueExpiredInvitation',
        { code: `${again.code} `, idempotencyKey: 'une-intention' },
        { locale },
      ),
    );
    expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  const givenCodeAndKey = async (): Promise<{ answers: Result[]; address: string; code: string }> => {
    await signInOffice();
    const { code, address } = await givenCode(portal, office);
    lapse(portal);
    const input = { code, idempotencyKey: 'une-intention' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => perform(portal, 'reissueExpiredInvitation', input)),
    );
    return { answers, address, code };
  };
});

describe('guessing codes', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  it('wrong codes are counted and stop being judged; a holder who reloads is never stopped', async () => {
    const { code } = await givenCode(portal, office);
    const reloads = await Promise.all(Array.from({ length: 25 }, () => preview(portal, code)));
    expect(reloads.every(answer => answer.__typename === 'InvitationPreviewSuccess')).toBe(true);
    for (let i = 0; i < 60; i++) await preview(portal, code);

    const misses: string[] = [];
    for (let i = 0; i < 40; i++) misses.push((await preview(portal, `00000000-0000-00${10 + i}`)).__typename);

    expect(misses.filter(kind => kind === 'InvitationCodeUnknown')).toHaveLength(30);
    expect(misses.slice(30).every(kind => kind === 'TooManyAttempts')).toBe(true);
    const member = await givenMember(portal, newAddress());
    for (const way of [
      (locale: 'fr-CA' | 'en-CA') => preview(portal, code, { locale }),
      (locale: 'fr-CA' | 'en-CA') => perform(portal, 'declineInvitation', { code }, { locale }),
      (locale: 'fr-CA' | 'en-CA') => perform(portal, 'reissueExpiredInvitation', { code }, { locale }),
      (locale: 'fr-CA' | 'en-CA') =>
        perform(portal, 'acceptInvitation', { code }, { ...member.asked, locale }),
      (locale: 'fr-CA' | 'en-CA') =>
        perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code), { locale }),
    ]) {
      expect(await refusedInBoth(way)).toMatchObject({
        __typename: 'TooManyAttempts',
        next: { kind: 'WAIT' },
      });
    }

    portal.clock.advance(days(1));
    expect(await preview(portal, code)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });
});
