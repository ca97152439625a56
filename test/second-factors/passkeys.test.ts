import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { addPasskey, atSite, begin, passkeyOptions, perform, THREE_WAYS } from './operations.ts';
import { softPasskey, type SoftPasskey } from './soft-passkey.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const givenPasskey = async (): Promise<{
  account: GivenAccount;
  asked: Asked;
  passkey: SoftPasskey;
  recoveryCodes: readonly string[] | null;
}> => {
  const account = await givenAccount(portal);
  const { accessToken } = await signedIn(portal, account.address, atSite(portal));
  const asked = { ...atSite(portal), token: accessToken };
  return { account, asked, ...(await addPasskey(portal, asked)) };
};

describe('a passkey (A13)', () => {
  it('is made for the website that asks, under the person’s own name for it', async () => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address, atSite(portal));
    const asked = { ...atSite(portal), token: accessToken };
    const { options } = await perform(portal, 'beginPasskeyRegistration', {}, asked);
    expect(JSON.parse(options)).toMatchObject({
      rp: { id: 'aqpm.example', name: 'Association québécoise de la production médiatique' },
      user: { name: account.username },
      attestation: 'none',
    });

    const passkey = softPasskey(portal.world.aqpm.siteOrigin);
    const input = { passkey: passkey.register(options), name: ' Mon téléphone ' };
    const registered = await perform(portal, 'registerPasskey', input, asked);

    expect(registered.recoveryCodes).toHaveLength(10);
    expect(registered.account?.secondFactors).toEqual([
      expect.objectContaining({
        kind: 'PASSKEY',
        name: 'Mon téléphone',
        website: 'aqpm.example',
        worksHere: true,
      }),
    ]);
    await portal.runDue();
    expect(portal.mailbox.lastTo(account.address).text).toContain(
      'La clé d’accès «\u00A0Mon téléphone\u00A0» a été ajoutée à votre compte.',
    );
    const again = await perform(portal, 'registerPasskey', input, asked);
    expect(again.__typename).toBe('SecondFactorExpired');
  });

  it('is not made where no page of a website asks', async () => {
    const account = await givenAccount(portal);
    const clientKey = portal.world.aqpm.toolKey;
    const { accessToken: token } = await signedIn(portal, account.address, { clientKey });

    const result = await perform(portal, 'beginPasskeyRegistration', {}, { clientKey, token });
    expect(result.__typename).toBe('PasskeysUnavailable');
    expect(await passkeyOptions(portal, { clientKey })).toBeNull();
    expect(await passkeyOptions(portal, { clientKey: portal.world.aqpm.siteKey })).toBeNull();
  });

  it.each([
    ['for another page', { origin: 'https://evil.example' }],
    ['for another challenge', { challenge: 'AAAA' }],
  ])('is not taken when it was made %s', async (_, changes) => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address, atSite(portal));
    const asked = { ...atSite(portal), token: accessToken };
    const { options } = await perform(portal, 'beginPasskeyRegistration', {}, asked);

    const answer = softPasskey(portal.world.aqpm.siteOrigin).register(options, changes);
    const result = await perform(portal, 'registerPasskey', { passkey: answer, name: 'x' }, asked);
    expect(result.__typename).toMatch(/^SecondFactor(Refused|Expired)$/);
  });

  it('is not taken from the challenge of somebody else, nor of a sign-in', async () => {
    const { asked } = await givenPasskey();
    const { asked: theirs } = await givenPasskey();
    const { options } = await perform(portal, 'beginPasskeyRegistration', {}, theirs);
    const forSignIn = (await passkeyOptions(portal))!;

    for (const one of [options, forSignIn]) {
      const answer = softPasskey(portal.world.aqpm.siteOrigin).register(one);
      const result = await perform(portal, 'registerPasskey', { passkey: answer, name: 'x' }, asked);
      expect(result.__typename).toBe('SecondFactorExpired');
    }
  });
});

describe('a passkey as the second factor (A13)', () => {
  it('is offered on its website, and signs in with the password', async () => {
    const { account, passkey } = await givenPasskey();
    const { challenge, methods, passkeyOptions: options } = await begin(portal, account.address);
    expect(methods).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    expect(JSON.parse(options!)).toMatchObject({
      rpId: 'aqpm.example',
      allowCredentials: [{ id: passkey.id, type: 'public-key' }],
    });

    // A key that is only touched is enough beside the password.
    const answer = passkey.answer(options!, { userVerified: false });
    const input = { challenge, passkey: answer };
    const verified = await perform(portal, 'verifySecondFactor', input, atSite(portal));

    expect(verified.session).not.toBeNull();
    const again = await perform(portal, 'verifySecondFactor', input, atSite(portal));
    expect(again.__typename).toBe('SecondFactorExpired');
  });

  it('is not offered on another website, and what it signs there is not taken', async () => {
    const { account, passkey } = await givenPasskey();
    const elsewhere = atSite(portal, 'acps');
    const { challenge, methods, passkeyOptions: options } = await begin(portal, account.address, elsewhere);
    expect(methods).toEqual(['RECOVERY_CODE']);
    expect(options).toBeNull();

    const forged = JSON.stringify({ challenge: Buffer.from(challenge).toString('base64url') });
    const input = { challenge, passkey: passkey.answer(forged) };
    const result = await perform(portal, 'verifySecondFactor', input, elsewhere);
    expect(result.__typename).toBe('SecondFactorRefused');
  });

  it('works while the account is throttled', async () => {
    const { account, passkey } = await givenPasskey();
    const { challenge, passkeyOptions: options } = await begin(portal, account.address);
    for (let time = 0; time < 11; time++)
      await perform(portal, 'verifySecondFactor', { challenge, code: '000000' });
    const throttled = { identifier: account.address, password: PASSWORD };
    expect((await perform(portal, 'signIn', throttled)).__typename).toBe('TooManyAttempts');

    const input = { challenge, passkey: passkey.answer(options!) };
    const verified = await perform(portal, 'verifySecondFactor', input, atSite(portal));
    expect(verified.__typename).toBe('VerifySecondFactorSuccess');
  });
});

describe('signing in by a passkey alone (A13)', () => {
  const signIn = (answer: string, asked = atSite(portal)) =>
    perform(portal, 'signInWithPasskey', { passkey: answer }, asked);
  let given: Awaited<ReturnType<typeof givenPasskey>>;
  beforeAll(async () => {
    given = await givenPasskey();
  });

  it('opens a session that has both factors', async () => {
    const result = await signIn(given.passkey.answer((await passkeyOptions(portal))!));

    expect(result.next.kind).toBe('DONE');
    const asked = { ...atSite(portal), token: result.session!.accessToken };
    expect((await perform(portal, 'regenerateRecoveryCodes', {}, asked)).recoveryCodes).toHaveLength(10);
  });

  it('stays open while wrong passwords throttle the account', async () => {
    const { account, passkey } = await givenPasskey();
    const type = async (password: string): Promise<string> =>
      (await perform(portal, 'signIn', { identifier: account.address, password }, atSite(portal))).__typename;
    for (let time = 0; time < 11; time++) await type('Wrong password');

    const entered = await signIn(passkey.answer((await passkeyOptions(portal))!));

    expect(entered.session).not.toBeNull();
    expect(await type(PASSWORD)).toBe('TooManyAttempts');
  });

  it('needs the finger, the face or the PIN', async () => {
    const answer = given.passkey.answer((await passkeyOptions(portal))!, { userVerified: false });

    const refused = { __typename: 'SecondFactorRefused', nextSteps: THREE_WAYS };
    expect(await signIn(answer)).toMatchObject(refused);
  });

  it('takes an answer once, however many send it together', async () => {
    const answer = given.passkey.answer((await passkeyOptions(portal))!);

    const results = await Promise.all([1, 2, 3, 4].map(() => signIn(answer)));
    expect(results.filter(({ session }) => session)).toHaveLength(1);
  });

  it('takes an answer for five minutes, through the client and the page that asked', async () => {
    const options = (await passkeyOptions(portal))!;
    const elsewhere = atSite(portal, 'icu');
    const there = (await passkeyOptions(portal, elsewhere))!;

    expect((await signIn(given.passkey.answer(there))).__typename).toBe('SecondFactorExpired');
    expect((await signIn(given.passkey.answer(options), elsewhere)).__typename).toBe('SecondFactorExpired');
    portal.clock.advance(5 * 60_000);
    expect(await signIn(given.passkey.answer(options))).toMatchObject({
      __typename: 'SecondFactorExpired',
      nextSteps: [{ kind: 'SIGN_IN' }, ...THREE_WAYS],
    });
  });

  it('refuses a passkey that is unknown, whose count stands still, or that is no answer at all', async () => {
    const options = async (): Promise<string> => (await passkeyOptions(portal))!;
    const counting = await givenPasskey();
    const first = await signIn(counting.passkey.answer(await options(), { signCount: 7 }));
    expect(first.session).not.toBeNull();

    const refused = [
      softPasskey(portal.world.aqpm.siteOrigin).answer(await options()),
      counting.passkey.answer(await options(), { signCount: 7 }),
      counting.passkey.answer(await options(), { signCount: 0 }),
      counting.passkey.answer(await options(), { origin: 'https://evil.example', signCount: 8 }),
      'pas du JSON',
      '{"id":1}',
      '[]',
      '{"id":"x","response":{"clientDataJSON":"AAAA"}}',
    ];
    for (const answer of refused) expect((await signIn(answer)).__typename).toBe('SecondFactorRefused');
  });

  it('refuses the passkey of an account that was closed', async () => {
    const closed = await givenPasskey();
    await portal.parts.db.transaction(tx =>
      tx.query('update account set disabled_at = now() where id = $1', [closed.account.id]),
    );

    const answer = closed.passkey.answer((await passkeyOptions(portal))!);
    expect((await signIn(answer)).__typename).toBe('SecondFactorRefused');
  });
});
