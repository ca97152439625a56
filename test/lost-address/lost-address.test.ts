import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { issueResetToken } from '../../src/modules/accounts/recovery/reset-token.ts';
import { send as sendRecovery } from '../recovery/operations.ts';
import { openVisitor } from '../sign-on/visitor.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  addAddress,
  addressesOf,
  contestToken,
  freshAddress,
  givenAdministrator,
  givenLoser,
  HOUR,
  IDENTITY_CHECK,
  perform,
  replace,
  subjectsTo,
  trailOf,
} from './operations.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const waitOut = async (milliseconds: number): Promise<void> => {
  portal.clock.advance(milliseconds);
  await portal.runDue();
};

describe('somebody who lost the mailbox of their account (A14)', () => {
  it('has another address three days after staff checked who they are, and confirms it by a link', async () => {
    const member = await givenLoser(portal);
    const { id, address } = member.account;
    const further = `autre-${address}`;
    await addAddress(portal, id, further);
    const session = await signedIn(portal, address);
    const facts = { address, rootId: portal.world.aqpm.association.rootId };
    const { secret: resetLink } = await portal.parts.db.transaction(tx =>
      issueResetToken(portal.parts, tx, id, facts, 100 * 60),
    );
    const office = await givenAdministrator(portal);
    const newAddress = freshAddress();

    const asked = await replace(portal, member, newAddress, office.asked);
    const effectiveAt = new Date(portal.clock.now().getTime() + 72 * HOUR).toISOString();
    expect(asked).toMatchObject({ done: false, effectiveAt });
    expect(await replace(portal, member, newAddress, office.asked)).toMatchObject({
      done: false,
      effectiveAt,
    });

    const token = await contestToken(portal, address);
    const warning = portal.mailbox.lastTo(address);
    expect(warning.subject).toBe('On nous a demandé de remplacer l’adresse de votre compte');
    expect(warning.links).toContain(`https://aqpm.example/fr/email_confirmation#contest-address=${token}`);
    expect(warning.text).toMatch(/remplacera le \S+ \S+ \d{4} à \d+\sh/);
    expect(`${warning.text} ${warning.html}`).not.toContain(newAddress);
    expect(portal.mailbox.lastTo(further).text).toContain(token);
    const announced = portal.mailbox.lastTo(newAddress);
    expect(announced.subject).toBe('Cette adresse sera celle de votre compte');
    expect(`${announced.text} ${announced.html}`).not.toContain(token);

    await waitOut(72 * HOUR - 1000);
    expect(await addressesOf(portal, member)).toContainEqual({ address, primary: true, verified: true });
    await waitOut(1000);

    expect(await addressesOf(portal, member)).toEqual([
      { address: newAddress, primary: true, verified: false },
      { address: further, primary: false, verified: true },
    ]);
    const { refreshToken } = session;
    const late = await performAccount(portal, 'refreshSession', { refreshToken });
    expect(late.__typename).toBe('SessionEnded');
    for (const told of [address, further])
      expect(portal.mailbox.lastTo(told).subject).toBe('L’adresse de votre compte a été remplacée');
    const reset = await sendRecovery(portal, 'resetPassword', { token: resetLink, newPassword: PASSWORD });
    expect(reset.text).toContain('PasswordResetTokenReplaced');

    const signIn = async (identifier: string): Promise<string> =>
      (await performAccount(portal, 'signIn', { identifier, password: PASSWORD })).__typename;
    expect(await signIn(address)).toBe('SignInRefused');
    expect(await signIn(newAddress)).toBe('SignInRefused');
    const [, link] = /#token=([\w-]+)/.exec(portal.mailbox.lastTo(newAddress).text) ?? [];
    const confirmed = await performAccount(portal, 'confirmEmail', { token: link });
    expect(confirmed.__typename).toBe('ConfirmEmailSuccess');
    expect(await signIn(newAddress)).toBe('SignInSuccess');

    const trail = await trailOf(portal, member);
    expect(trail.map(({ act }) => act)).toEqual([
      'replaceLostAddress',
      'replaceLostAddress',
      'finishAddressReplacement',
    ]);
    expect(trail[0]?.after).toMatchObject({ identityCheck: IDENTITY_CHECK, done: false });
    expect(JSON.stringify(trail)).not.toContain(newAddress);
  });

  it('has it at once when a second administrator asks for the same', async () => {
    const member = await givenLoser(portal, { locale: 'en-CA' });
    const [first, second] = [await givenAdministrator(portal), await givenAdministrator(portal)];
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, first.asked);
    const token = await contestToken(portal, member.account.address);

    const other = await replace(portal, member, freshAddress(), second.asked);
    expect(other.__typename).toBe('AddressReplacementOpen');
    expect(await replace(portal, member, newAddress, second.asked)).toMatchObject({ done: true });

    await portal.runDue();
    expect(await addressesOf(portal, member)).toEqual([
      { address: newAddress, primary: true, verified: false },
    ]);
    expect(subjectsTo(portal, newAddress).sort()).toEqual([
      'Confirm your e-mail address',
      'The address of your account was replaced',
      'This address will be the one of your account',
    ]);
    const said = await perform(portal, 'contestAddressReplacement', { token });
    expect(said.__typename).toBe('ConfirmationTokenExpired');
    const again = await replace(portal, member, newAddress, first.asked);
    expect(again.issues).toMatchObject([{ path: ['input', 'newAddress'], code: 'NOT_ALLOWED' }]);
  });

  it('keeps a further address that takes the place as verified as it was', async () => {
    const member = await givenLoser(portal);
    const further = freshAddress();
    await addAddress(portal, member.account.id, further);
    await replace(portal, member, further, (await givenAdministrator(portal)).asked);
    expect(await contestToken(portal, further)).toBe(await contestToken(portal, member.account.address));

    await waitOut(72 * HOUR);

    expect(await addressesOf(portal, member)).toEqual([{ address: further, primary: true, verified: true }]);
    expect(subjectsTo(portal, further)).not.toContain('Confirmez votre adresse courriel');
  });

  it('keeps the old one by the mailed link, which nobody of another tree can use, and everybody hears of it', async () => {
    const member = await givenLoser(portal);
    const office = await givenAdministrator(portal);
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, office.asked);
    const token = await contestToken(portal, member.account.address);
    const contest = (asked: Asked = {}) => perform(portal, 'contestAddressReplacement', { token }, asked);

    expect((await contest({ clientKey: portal.world.icu.siteKey })).__typename).toBe(
      'ConfirmationTokenUnknown',
    );
    expect((await contest()).next).toEqual({
      kind: 'CONTACT_SUPPORT',
      support: { email: 'aide@aqpm.example' },
    });
    expect((await contest()).__typename).toBe('ConfirmationTokenUsed');

    await waitOut(73 * HOUR);
    await signedIn(portal, member.account.address);
    for (const told of [member.account.address, newAddress])
      expect(portal.mailbox.lastTo(told).subject).toBe('L’adresse de votre compte reste la même');
    expect(portal.mailbox.lastTo(office.account.address).subject).toBe(
      'Une adresse que vous vouliez remplacer reste la même',
    );
    const trail = (await trailOf(portal, member)).map(({ act }) => act);
    expect(trail.sort()).toEqual(['contestAddressReplacement', 'replaceLostAddress']);
  });

  it('sees it where they are signed in, and stops it there', async () => {
    const member = await givenLoser(portal);
    const { accessToken: token } = await signedIn(portal, member.account.address);
    const shown = async (): Promise<object | null> =>
      (
        await portal.graphql<{ viewer: { account: { addressReplacement: object | null } } }>(
          '{ viewer { account { addressReplacement { newAddress askedAt effectiveAt } } } }',
          {},
          { token },
        )
      ).data.viewer.account.addressReplacement;
    expect(await shown()).toBeNull();
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, (await givenAdministrator(portal)).asked);

    expect(await shown()).toEqual({
      newAddress: `n•••@${newAddress.split('@')[1]!}`,
      askedAt: portal.clock.now().toISOString(),
      effectiveAt: new Date(portal.clock.now().getTime() + 72 * HOUR).toISOString(),
    });
    const said = await perform(portal, 'contestOwnAddressReplacement', {}, { token });
    expect(said.__typename).toBe('ContestOwnAddressReplacementSuccess');
    expect(await shown()).toBeNull();
    const again = await perform(portal, 'contestOwnAddressReplacement', {}, { token });
    expect(again.__typename).toBe('AddressReplacementNotFound');
  });

  it.each([
    ['fr-CA', 'Garder mon adresse', 'Votre adresse reste la même'],
    ['en-CA', 'Keep my address', 'Your address stays as it is'],
  ] as const)(
    'says no on the realm’s own page where the association has none, and opening it changes nothing (%s)',
    async (locale, title, done) => {
      const { id } = portal.world.aqpm.association;
      const usePages = (clientId: string | null): Promise<unknown> =>
        portal.parts.db.transaction(tx =>
          tx.query('update association set pages_client_id = $2 where id = $1', [id, clientId]),
        );
      const { pagesClientId } = await portal.parts.db.entities.findOneByOrFail(AssociationEntity, { id });
      const member = await givenLoser(portal, { locale });
      await usePages(null);
      await replace(portal, member, freshAddress(), (await givenAdministrator(portal)).asked);
      await usePages(pagesClientId);
      const token = await contestToken(portal, member.account.address);
      const { text } = portal.mailbox.lastTo(member.account.address);
      const path = `/realm/${locale.slice(0, 2)}/email-confirmation`;
      expect(text).toContain(`http://localhost:4000${path}#contest-address=${token}`);

      const visitor = openVisitor(portal.url);
      const opened = await visitor.open(portal.url + path);
      const nonsense = await visitor.submit(opened, { 'input.token': 'rien' });
      expect([nonsense.status, nonsense.html]).toEqual([422, expect.stringContaining('role="alert"')]);
      const link = `http://localhost:4000${path}#contest-address=${token}`;
      const question = await visitor.submit(opened, { 'input.token': link });
      expect(question.html).toContain(`<h1>${title}</h1>`);
      expect((await trailOf(portal, member)).map(({ act }) => act)).toEqual(['replaceLostAddress']);
      const answered = await visitor.submit(question, {});
      expect(answered.html).toContain(`<h1>${done}</h1>`);
      expect(answered.html).toContain('aide@aqpm.example');
      expect((await visitor.submit(opened, { 'input.token': token })).status).toBe(422);
      expect((await trailOf(portal, member)).map(({ act }) => act)).toContain('contestAddressReplacement');
    },
  );
});
