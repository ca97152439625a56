import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { isSignedIn, perform as performAccount, signedIn, type Tokens } from '../accounts/operations.ts';
import { hours } from '../support/fake-clock.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  addressesOf,
  confirmationMailedTo,
  perform,
  subjectsTo,
  type Address,
  type Result,
} from './operations.ts';

describe('several addresses on one account (A14)', () => {
  let portal: Portal;
  let count = 0;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  type Person = GivenAccount & { readonly tokens: Tokens; readonly asked: Asked };
  const begin = async (locale: 'fr-CA' | 'en-CA' = 'fr-CA'): Promise<Person> => {
    const account = await givenAccount(portal, { locale });
    const tokens = await signedIn(portal, account.address);
    return { ...account, tokens, asked: { token: tokens.accessToken } };
  };
  const another = (): string => `autre${++count}@maboite.example`;
  const confirm = (token: string): Promise<{ readonly __typename: string }> =>
    performAccount(portal, 'confirmEmail', { token });
  const add = ({ asked }: Person, address: string): Promise<Result> =>
    perform(portal, 'addEmailAddress', { address }, asked);
  const addConfirmed = async (person: Person, address = another()): Promise<Address> => {
    await add(person, address);
    await confirm(await confirmationMailedTo(portal, address));
    const found = (await addressesOf(portal, person.asked)).find(one => one.address === address);
    if (!found) throw new Error(`${address} was not added`);
    return found;
  };
  const signsIn = async (identifier: string): Promise<string> =>
    (await performAccount(portal, 'signIn', { identifier, password: PASSWORD })).__typename;
  const namesOf = (results: readonly { readonly __typename: string }[]): string[] =>
    results.map(({ __typename }) => __typename).sort();

  it('waits until its mail is answered, then signs in; every other address is told', async () => {
    const person = await begin();
    const address = 'Zoe.Autre@maboite.example';

    const asked = await add(person, address);

    expect(asked).toMatchObject({
      __typename: 'AddEmailAddressSuccess',
      next: { kind: 'CONFIRM_EMAIL', maskedAddress: 'Z•••@maboite.example' },
      account: {
        addresses: [
          { address: person.address, primary: true, pending: false },
          { address, primary: false, verified: false, verifiedAt: null, pending: true },
        ],
      },
    });
    const token = await confirmationMailedTo(portal, address);
    expect(await signsIn(address)).toBe('SignInRefused');
    expect(subjectsTo(portal, person.address)).toEqual([
      'L’ajout d’une adresse à votre compte a été demandé',
    ]);

    expect(await confirm(token)).toMatchObject({ __typename: 'ConfirmEmailSuccess', address });

    expect(await signsIn(address.toLowerCase())).toBe('SignInSuccess');
    expect(await isSignedIn(portal, person.tokens)).toBe(true);
    expect(await addressesOf(portal, person.asked)).toMatchObject([
      { address: person.address, primary: true, verified: true },
      { address, primary: false, verified: true, verifiedAt: expect.any(String), pending: false },
    ]);
    await portal.runDue();
    expect(subjectsTo(portal, person.address)).toContain('Une adresse a été ajoutée à votre compte');
    expect(await confirm(token)).toMatchObject({ __typename: 'ConfirmationTokenUsed' });
    expect(await add(person, address.toUpperCase())).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'address'], code: 'NOT_ALLOWED' }],
    });
  });

  it('recovers the account like the primary one', async () => {
    const person = await begin('en-CA');
    const { address } = await addConfirmed(person);

    await portal.graphql(
      `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }`,
      { input: { identifier: address } },
    );
    await portal.runDue();

    expect(portal.mailbox.lastTo(address).text).toContain('#token=');
  });

  it('answers the same when somebody else has the address, who is told', async () => {
    const [person, holder] = [await begin(), await begin('en-CA')];
    const free = another();
    const other = await begin();
    const shape = (result: Result, ...known: readonly string[]): string =>
      known
        .reduce((text, word, at) => text.replaceAll(word, `${at}`), JSON.stringify(result))
        .replaceAll(/adr_\w+|.•••|membre-\d+|"verifiedAt":"[^"]+"/g, '…');

    const taken = shape(await add(person, holder.address), holder.address, person.address);
    const open = shape(await add(other, free), free, other.address);

    expect(taken).toBe(open);
    expect(taken).toContain('"pending":true');
    await portal.runDue();
    expect(subjectsTo(portal, holder.address)).toEqual(['Your e-mail address was given for another account']);
    expect(portal.mailbox.lastTo(holder.address).raw).not.toContain('token');
  });

  it('gives an address that two accounts wait for to the first that answers', async () => {
    const [one, other] = [await begin(), await begin()];
    const address = another();
    await add(one, address);
    const first = await confirmationMailedTo(portal, address);
    await add(other, address);
    const second = await confirmationMailedTo(portal, address);

    const results = await Promise.all([confirm(second), confirm(first)]);

    expect(namesOf(results)).toEqual(['ConfirmEmailSuccess', 'ConfirmationTokenUnknown']);
    expect(await signsIn(address)).toBe('SignInSuccess');
  });

  it('is void after 24 hours, when the password changes, and when it is no longer wanted', async () => {
    const person = await begin();
    const unwanted = another();
    const { account } = await add(person, unwanted);
    const addressId = account.addresses.find(({ pending }) => pending)!.id;
    const token = await confirmationMailedTo(portal, unwanted);

    expect(await perform(portal, 'removeEmailAddress', { addressId }, person.asked)).toMatchObject({
      account: { addresses: [{ address: person.address }] },
    });
    expect(await confirm(token)).toMatchObject({ __typename: 'ConfirmationTokenReplaced' });

    const stolen = another();
    await add(person, stolen);
    const thiefs = await confirmationMailedTo(portal, stolen);
    const passwords = { currentPassword: PASSWORD, newPassword: 'Au revoir!2027' };
    await performAccount(portal, 'changePassword', passwords, person.asked);
    expect(await confirm(thiefs)).toMatchObject({ __typename: 'ConfirmationTokenReplaced' });

    const late = await begin();
    const forgotten = another();
    await add(late, forgotten);
    const expired = await confirmationMailedTo(portal, forgotten);
    portal.clock.advance(hours(24));
    expect(await confirm(expired)).toMatchObject({ __typename: 'ConfirmationTokenExpired' });
  });

  it('is taken off again: it signs in no more, its reset link dies, all addresses are told', async () => {
    const person = await begin();
    const { id: addressId, address } = await addConfirmed(person);
    await portal.graphql(
      `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }`,
      { input: { identifier: address } },
    );
    await portal.runDue();
    const token = await confirmationMailedTo(portal, address);

    const removed = await perform(portal, 'removeEmailAddress', { addressId }, person.asked);

    expect(removed.account.addresses).toMatchObject([{ address: person.address }]);
    expect(await signsIn(address)).toBe('SignInRefused');
    const { data } = await portal.graphql<{ passwordReset: { __typename: string } }>(
      `query ($token: String!) { passwordReset(token: $token) { __typename } }`,
      { token },
    );
    expect(data.passwordReset.__typename).toBe('PasswordResetTokenReplaced');
    await portal.runDue();
    for (const told of [address, person.address])
      expect(subjectsTo(portal, told).at(-1)).toBe('Une adresse a été retirée de votre compte');
    expect(await perform(portal, 'removeEmailAddress', { addressId }, person.asked)).toMatchObject({
      __typename: 'EmailAddressNotFound',
    });
  });

  it('becomes the primary one, and both are told; the primary one is never taken off', async () => {
    const person = await begin('en-CA');
    const further = await addConfirmed(person);
    const [primary] = await addressesOf(portal, person.asked);
    const change = { newAddress: another(), currentPassword: PASSWORD };
    await performAccount(portal, 'requestEmailChange', change, person.asked);
    const replacing = await confirmationMailedTo(portal, change.newAddress);

    expect(
      await perform(portal, 'removeEmailAddress', { addressId: primary!.id }, person.asked),
    ).toMatchObject({ __typename: 'PrimaryAddressKept' });
    const made = await perform(portal, 'makeAddressPrimary', { addressId: further.id }, person.asked);

    expect(made.account.addresses).toMatchObject([
      { address: further.address, primary: true },
      { address: person.address, primary: false, verified: true },
    ]);
    // A link that was asked for to replace the other one must not replace this one.
    expect(await confirm(replacing)).toMatchObject({ __typename: 'ConfirmationTokenReplaced' });
    expect([await signsIn(person.address), await signsIn(further.address)]).toEqual([
      'SignInSuccess',
      'SignInSuccess',
    ]);
    await portal.runDue();
    for (const told of [person.address, further.address])
      expect(subjectsTo(portal, told).at(-1)).toBe('Your primary address was changed');
    const { account } = await add(person, another());
    const pending = account.addresses.find(one => one.pending)!;
    expect(
      (await perform(portal, 'makeAddressPrimary', { addressId: pending.id }, person.asked)).__typename,
    ).toBe('EmailAddressNotFound');
  });

  it('of an address that is made primary and taken off at once, one act happens', async () => {
    const person = await begin();
    const { id: addressId } = await addConfirmed(person);

    const [made, removed] = await Promise.all([
      perform(portal, 'makeAddressPrimary', { addressId }, person.asked),
      perform(portal, 'removeEmailAddress', { addressId }, person.asked),
    ]);

    expect([
      ['MakeAddressPrimarySuccess', 'PrimaryAddressKept'],
      ['EmailAddressNotFound', 'RemoveEmailAddressSuccess'],
    ]).toContainEqual([made.__typename, removed.__typename]);
    const primaries = (await addressesOf(portal, person.asked)).filter(({ primary }) => primary);
    expect(primaries).toHaveLength(1);
  });

  it('stops at ten, those that wait included, however many are asked for at once', async () => {
    const person = await begin();
    await portal.parts.db.transaction(tx =>
      tx.query(
        `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
         select gen_random_uuid(), $1, n || $2, n || $2, false, $3, $3 from generate_series(1, 7) n`,
        [person.id, `.${person.address}`, portal.clock.now()],
      ),
    );

    const results = await Promise.all([1, 2, 3, 4].map(() => add(person, another())));

    expect(namesOf(results)).toEqual([
      'AddEmailAddressSuccess',
      'AddEmailAddressSuccess',
      'TooManyAddresses',
      'TooManyAddresses',
    ]);
  });

  it('asks for a sign-in of the last ten minutes, and for one’s own addresses', async () => {
    const [person, other] = [await begin(), await begin()];
    const [foreign] = await addressesOf(portal, other.asked);

    expect(
      (await perform(portal, 'removeEmailAddress', { addressId: foreign!.id }, person.asked)).__typename,
    ).toBe('EmailAddressNotFound');
    portal.clock.advance(11 * 60_000);
    const { accessToken: token } = (
      await performAccount(portal, 'refreshSession', { refreshToken: person.tokens.refreshToken })
    ).session;
    expect(await perform(portal, 'addEmailAddress', { address: another() }, { token })).toMatchObject({
      __typename: 'SignInTooOld',
      next: { kind: 'SIGN_IN' },
    });
  });
});
