import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hours, seconds } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount, PASSWORD, type GivenAccount } from './given-account.ts';
import { isSignedIn, perform, send, signedIn, type Result, type Tokens } from './operations.ts';

const NEW_PASSWORD = 'Au revoir!2027';

describe('changing the e-mail address (A6, A14)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const begin = async (locale: 'fr-CA' | 'en-CA' = 'fr-CA'): Promise<GivenAccount & { session: Tokens }> => {
    const account = await givenAccount(portal, { locale });
    return { ...account, session: await signedIn(portal, account.address) };
  };
  const request = (
    { accessToken: token }: Tokens,
    newAddress: string,
    more: { currentPassword?: string; idempotencyKey?: string } = {},
  ): Promise<Result> => {
    const input = { newAddress, currentPassword: PASSWORD, ...more };
    return perform(portal, 'requestEmailChange', input, { token });
  };
  const mailedToken = async (address: string): Promise<string> => {
    await portal.runDue();
    const [, token] =
      portal.mailbox
        .lastTo(address)
        .links.join(' ')
        .match(/#token=([\w-]+)/) ?? [];
    if (token === undefined) throw new Error(`no link in the mail to ${address}`);
    return token;
  };
  const confirm = (token: string): Promise<Result> => perform(portal, 'confirmEmail', { token });
  const signsIn = async (identifier: string): Promise<boolean> =>
    (await perform(portal, 'signIn', { identifier, password: PASSWORD })).__typename === 'SignInSuccess';
  const subjectsTo = (address: string): string[] => portal.mailbox.to(address).map(mail => mail.subject);

  it('takes effect once the new address is confirmed; the old one is told before and after', async () => {
    const { session, address: old } = await begin();

    const requested = await request(session, 'Nouvelle@maboite.example');

    expect(requested).toMatchObject({
      __typename: 'RequestEmailChangeSuccess',
      account: { addresses: [{ address: old, primary: true, pendingChange: 'N•••@maboite.example' }] },
      next: { kind: 'CONFIRM_EMAIL', maskedAddress: 'N•••@maboite.example' },
    });
    const token = await mailedToken('Nouvelle@maboite.example');
    expect(await signsIn('nouvelle@maboite.example')).toBe(false);
    expect(await signsIn(old)).toBe(true);
    expect(subjectsTo(old)).toEqual(['Un changement de votre adresse courriel a été demandé']);
    expect(portal.mailbox.lastTo(old).text).toContain('N•••@maboite.example');

    expect(await confirm(token)).toMatchObject({
      __typename: 'ConfirmEmailSuccess',
      address: 'Nouvelle@maboite.example',
      next: { kind: 'SIGN_IN' },
    });
    expect(await signsIn('nouvelle@maboite.example')).toBe(true);
    expect(await signsIn(old)).toBe(false);
    expect(await isSignedIn(portal, session)).toBe(true);
    await portal.runDue();
    expect(subjectsTo(old).at(-1)).toBe('Votre adresse courriel a été changée');
    expect(
      (await perform(portal, 'setLocale', { locale: 'FR_CA' }, { token: session.accessToken })).account
        .addresses,
    ).toEqual([{ address: 'Nouvelle@maboite.example', primary: true, verified: true, pendingChange: null }]);
  });

  it('writes to the person in the language of the account, with a link to the association’s page', async () => {
    const { session } = await begin('en-CA');

    await request(session, 'anne@maboite.example');
    await mailedToken('anne@maboite.example');

    const mail = portal.mailbox.lastTo('anne@maboite.example');
    expect(mail.subject).toBe('Confirm your new e-mail address');
    expect(mail.links[0]).toMatch(
      /^https:\/\/aqpm\.example\/en\/email_confirmation#token=affilia_once_[\w-]{32}$/,
    );
  });

  it('answers the same when another account has the address; its holder is told, and nobody gets a link', async () => {
    const holder = await givenAccount(portal, { locale: 'en-CA' });
    const { session } = await begin();

    const taken = await request(session, holder.address);
    const free = await request(session, holder.address.replace('personne', 'p.libre'));

    expect(shape(taken)).toEqual(shape(free));
    await portal.runDue();
    expect(subjectsTo(holder.address)).toEqual(['Your e-mail address was given for another account']);
    expect(portal.mailbox.lastTo(holder.address).raw).not.toContain('token');
    expect(await signsIn(holder.address)).toBe(true);
  });

  const shape = (result: Result): string =>
    JSON.stringify(result).replaceAll(/personne\d+|p\.libre\d+/g, '…');

  it('gives an address that two accounts ask for to the first that confirms', async () => {
    const [one, other] = [await begin(), await begin()];
    await request(one.session, 'commune@maboite.example');
    const first = await mailedToken('commune@maboite.example');
    await request(other.session, 'commune@maboite.example');
    const second = await mailedToken('commune@maboite.example');

    const results = await Promise.all([confirm(second), confirm(first)]);

    expect(results.map(result => result.__typename).sort()).toEqual([
      'ConfirmEmailSuccess',
      'ConfirmationTokenUnknown',
    ]);
    expect(await signsIn('commune@maboite.example')).toBe(true);
    expect([await signsIn(one.address), await signsIn(other.address)].sort()).toEqual([false, true]);
  });

  it('replaces the first request by the second', async () => {
    const { session } = await begin();
    await request(session, 'premiere@maboite.example');
    const first = await mailedToken('premiere@maboite.example');
    await request(session, 'seconde@maboite.example');

    expect(await confirm(first)).toMatchObject({
      __typename: 'ConfirmationTokenReplaced',
      next: { kind: 'SIGN_IN' },
    });
    expect((await confirm(await mailedToken('seconde@maboite.example'))).__typename).toBe(
      'ConfirmEmailSuccess',
    );
  });

  it('works once, and for 24 hours', async () => {
    const { session } = await begin();
    await request(session, 'une.fois@maboite.example');
    const once = await mailedToken('une.fois@maboite.example');

    const uses = await Promise.all(Array.from({ length: 6 }, () => confirm(once)));
    await request(session, 'tard@maboite.example');
    const late = await mailedToken('tard@maboite.example');
    portal.clock.advance(hours(24));

    expect(uses.map(use => use.__typename).sort()).toEqual([
      'ConfirmEmailSuccess',
      ...Array.from({ length: 5 }, () => 'ConfirmationTokenUsed'),
    ]);
    expect(await confirm(late)).toMatchObject({
      __typename: 'ConfirmationTokenExpired',
      next: { kind: 'SIGN_IN' },
    });
    expect(await confirm('affilia_once_nothing')).toMatchObject({
      __typename: 'ConfirmationTokenUnknown',
      next: { kind: 'CONTACT_SUPPORT' },
    });
  });

  it('is void when the password changes first', async () => {
    const { session } = await begin();
    await request(session, 'voleur@maboite.example');
    const token = await mailedToken('voleur@maboite.example');

    const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    const changed = await perform(portal, 'changePassword', input, { token: session.accessToken });

    expect(changed.account.addresses).toMatchObject([{ pendingChange: null }]);
    expect((await confirm(token)).__typename).toBe('ConfirmationTokenReplaced');
  });

  it('asks for the password and for an address that can be mailed to', async () => {
    const { session, address } = await begin();

    const answers = [
      await request(session, 'x@maboite.example', { currentPassword: 'Bonjour!2025' }),
      await request(session, 'pas une adresse'),
      await request(session, address.toUpperCase()),
      await request(session, ''),
    ];

    expect(
      answers.map(({ __typename, issues }: Partial<Result>) => [
        __typename,
        issues?.[0]?.path.join('.'),
        issues?.[0]?.code,
      ]),
    ).toEqual([
      ['CurrentPasswordWrong', undefined, undefined],
      ['InvalidInput', 'input.newAddress', 'BAD_FORMAT'],
      ['InvalidInput', 'input.newAddress', 'NOT_ALLOWED'],
      ['InvalidInput', 'input.newAddress', 'REQUIRED'],
    ]);
  });

  it('sends once for the same key, and five times an hour at most', async () => {
    const { session, address } = await begin();
    const more = { idempotencyKey: 'intention-1' };

    for (let i = 0; i < 6; i++) await request(session, 'cle@maboite.example', more);
    const other = await request(session, 'autre@maboite.example', more);
    const rest = [];
    for (let i = 0; i < 5; i++) rest.push((await request(session, `suite${i}@maboite.example`)).__typename);

    expect(other.__typename).toBe('IdempotencyKeyReused');
    expect(rest).toEqual([...Array<string>(4).fill('RequestEmailChangeSuccess'), 'TooManyAttempts']);
    await portal.runDue();
    expect(portal.mailbox.to('cle@maboite.example')).toHaveLength(1);
    expect(portal.mailbox.to(address)).toHaveLength(5);
  });

  it('is refused to whoever is not signed in', async () => {
    const input = { newAddress: 'x@maboite.example', currentPassword: PASSWORD };

    const { errors } = await send(portal, 'requestEmailChange', input);

    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('confirming an address that is not confirmed yet', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  it('goes by a mailed link, and only then does the address sign in', async () => {
    const { id, username, address } = await givenAccount(portal);
    await portal.parts.db.transaction(async tx => {
      await tx.query('update account_address set verified_at = null where account_id = $1', [id]);
      await tx.query(`delete from sign_in_identifier where account_id = $1 and kind = 'EMAIL'`, [id]);
    });
    const here = await perform(portal, 'signIn', { identifier: username, password: PASSWORD });
    expect(here.next.kind).toBe('CONFIRM_EMAIL');
    const asked = { token: here.session.accessToken };

    const requested = await perform(portal, 'requestEmailConfirmation', {}, asked);

    expect(requested).toMatchObject({
      next: { kind: 'CONFIRM_EMAIL', maskedAddress: 'p•••@maboite.example' },
    });
    await portal.runDue();
    const mail = portal.mailbox.lastTo(address);
    expect(mail.subject).toBe('Confirmez votre adresse courriel');
    const [, token] = mail.links.join(' ').match(/#token=([\w-]+)/) ?? [];
    expect((await perform(portal, 'signIn', { identifier: address, password: PASSWORD })).__typename).toBe(
      'SignInRefused',
    );

    expect(await perform(portal, 'confirmEmail', { token }, asked)).toMatchObject({
      address,
      next: { kind: 'DONE' },
    });
    await signedIn(portal, address);
    const again = await perform(portal, 'requestEmailConfirmation', {}, asked);
    expect(again.__typename).toBe('EmailAlreadyConfirmed');
  });

  it('offers the next mail when there can be one: after two minutes, and later once there were five in an hour', async () => {
    const { id, username } = await givenAccount(portal);
    await portal.parts.db.entities.query(
      'update account_address set verified_at = null where account_id = $1',
      [id],
    );
    let { accessToken: token } = await signedIn(portal, username!);
    const request = () => perform(portal, 'requestEmailConfirmation', {}, { token });
    const promised = [];

    for (let time = 0; time < 6; time++) {
      const { __typename, next } = await request();
      expect([time, __typename]).toEqual([time, 'RequestEmailConfirmationSuccess']);
      promised.push(next.retryAfterSeconds);
      if (time === 4) expect((await request()).__typename).toBe('TooManyAttempts');
      portal.clock.advance(seconds(next.retryAfterSeconds ?? 0) - 1000);
      const told = await perform(portal, 'signIn', { identifier: username, password: PASSWORD });
      expect(told.next.retryAfterSeconds).toBe(1);
      token = told.session.accessToken;
      portal.clock.advance(1000);
    }

    expect(promised).toEqual([120, 120, 120, 120, 3600 - 4 * 120, 120]);
  });
});
