import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { isSignedIn, perform, signedIn } from '../accounts/operations.ts';
import { subjectsTo } from '../addresses/operations.ts';
import { codeOf, givenProtected } from '../second-factors/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askForTokens, askTo, newVerifier, signInAt, typePassword } from './sign-in.ts';
import { openVisitor, type Page, type Visitor } from './visitor.ts';

const NEW_PASSWORD = 'Retour permis!2027';

describe('the realm’s own pages of an account (A12, A14)', () => {
  let realm: Realm;
  let site: Registered;
  let other: Registered;
  beforeAll(async () => {
    realm = await openRealm();
    [site, other] = [await givenSite(realm), await givenSite(realm, { name: 'aqpm, another' })];
    await realm.parts.db.transaction(tx => tx.query('update association set pages_client_id = null'));
  });
  afterAll(() => realm.close());

  type Person = GivenAccount & { readonly visitor: Visitor };
  const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';
  const begin = async (given?: GivenAccount): Promise<Person> => {
    const account = given ?? (await givenAccount(realm));
    const visitor = openVisitor(realm.issuer);
    await typePassword(visitor, await visitor.open(askTo(realm, site, newVerifier())), account.address);
    return { ...account, visitor };
  };
  const open = ({ visitor }: Person, path: string): Promise<Page> => visitor.open(`${realm.issuer}${path}`);
  const expectEnglish = async (person: Person, path: string, words: readonly string[]): Promise<void> => {
    const { html } = await open(person, `${path}?lang=en-CA`);
    for (const word of words) expect(html).toContain(word);
  };
  const signsIn = async (identifier: string, password = PASSWORD): Promise<string> =>
    (await perform(realm, 'signIn', { identifier, password })).__typename;

  it('/account shows what a person holds, and leads to what they can change', async () => {
    const person = await begin();
    const { association } = realm.world.aqpm;
    const own = await givenPerson(realm, { accountId: person.id });
    const ofClass = await givenClass(realm, { associationId: association.id });
    await givenMembership(realm, ofClass, { personId: own.id }, { memberNumber: 'AQ-777' });

    const page = await open(person, '/account');

    expect(page.html).toContain(`${association.nameFr}\u00A0: AQ-777`);
    for (const path of ['security', 'addresses', 'link'])
      expect((await open(person, `/account/${path}`)).status).toBe(200);
    const links = [...page.html.matchAll(/href="(\/account\/[^"]+)"\s*>([^<]+)</g)].map(([, to, says]) => [
      to,
      says,
    ]);
    expect(links).toEqual([
      ['/account/security?lang=fr-CA', 'Mot de passe et deuxièmes facteurs'],
      ['/account/addresses?lang=fr-CA', 'Vos adresses courriel'],
      ['/account/link?lang=fr-CA', 'Réunir deux comptes'],
    ]);
    await expectEnglish(person, '/account', [
      `${association.nameEn}: AQ-777`,
      'Password and second factors',
      'Your e-mail addresses',
      'Join two accounts',
    ]);
  });

  it.each([
    ['addresses', 'emails'],
    ['link', 'link'],
  ])('/account/%s leads whoever is signed out to the sign-in, and back', async (path, name) => {
    const account = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);

    const choice = await visitor.open(`${realm.issuer}/account/${path}`);
    expect(choice.address).toContain(`/account/sign-in?lang=fr-CA&page=${name}`);
    const signIn = await visitor.open(
      new URL(
        /href="([^"]*association=aqpm[^"]*)"/.exec(choice.html)![1]!.replaceAll('&amp;', '&'),
        choice.address,
      ).href,
    );
    const back = await typePassword(visitor, signIn, account.address);

    expect(back.address).toBe(`${realm.issuer}/account/${path}?lang=fr-CA`);
    expect(back.status).toBe(200);
  });

  it('changes the password: this browser stays signed in, everything else ends, and the person is told', async () => {
    const account = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);
    const person = { ...account, visitor };
    const tokens = [
      await signInAt(realm, visitor, site, account.address),
      await signInAt(realm, visitor, other, account.address),
    ];
    const elsewhere = await signedIn(realm, account.address);
    realm.clock.advance(minutes(11));
    const page = await open(person, '/account/security');
    expect(page.html).toContain('Le mot de passe doit respecter chacune de ces règles\u00A0:');
    const change = (
      currentPassword: string,
      newPassword: string,
      confirmation = newPassword,
    ): Promise<Page> =>
      visitor.submit(
        page,
        { 'input.currentPassword': currentPassword, 'input.newPassword': newPassword, confirmation },
        { says: /currentPassword/ },
      );

    const refused = [
      await change('Wrong password', NEW_PASSWORD),
      await change(PASSWORD, 'aaaa'),
      await change(PASSWORD, NEW_PASSWORD, 'autre'),
      await change('', ''),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(refused[0]!.html).toContain('id="input-currentPassword-fault"');
    expect(refused[1]!.html).toContain('id="input-newPassword-fault"');
    expect(refused[2]!.html).toContain('Les deux mots de passe ne sont pas identiques');
    for (const { html } of refused) expect(html).not.toContain(PASSWORD);
    const done = await change(PASSWORD, NEW_PASSWORD);

    expect([done.status, titleOf(done)]).toEqual([200, 'Votre mot de passe est modifié']);
    expect((await open(person, '/account')).html).toContain(account.address);
    expect(await isSignedIn(realm, elsewhere)).toBe(false);
    for (const [at, { refresh_token }] of tokens.entries()) {
      const { clientId } = [site, other][at]!;
      const asked = { grant_type: 'refresh_token', client_id: clientId, refresh_token };
      expect((await askForTokens(realm, asked)).body.error).toBe('invalid_grant');
    }
    expect([await signsIn(account.address), await signsIn(account.address, NEW_PASSWORD)]).toEqual([
      'SignInRefused',
      'SignInSuccess',
    ]);
    await realm.runDue();
    expect(subjectsTo(realm, account.address)).toContain('Votre mot de passe a été changé');
    await expectEnglish(person, '/account/security', [
      'Change my password',
      'Current password',
      'The password must meet each of these rules: ',
      'Confirm the new password',
    ]);
  });

  it('counts wrong passwords there against this browser alone, and names the wait and the ways on', async () => {
    const person = await begin();
    for (let time = 0; time < 10; time++) await signsIn(person.address, 'Of a stranger');
    expect(await signsIn(person.address)).toBe('TooManyAttempts');
    const page = await open(person, '/account/security');
    const guess = (currentPassword: string): Promise<Page> =>
      person.visitor.submit(
        page,
        {
          'input.currentPassword': currentPassword,
          'input.newPassword': NEW_PASSWORD,
          confirmation: NEW_PASSWORD,
        },
        { says: /currentPassword/ },
      );
    for (let time = 0; time < 10; time++)
      expect((await guess('Wrong password')).html).toContain('id="input-currentPassword-fault"');

    const last = await guess(PASSWORD);

    expect(last.status).toBe(422);
    expect(last.html).toMatch(/15\s?minutes/);
    expect(last.html).toContain('Premier accès ou mot de passe oublié');
    realm.clock.advance(minutes(16));
  });

  it('adds an address, makes it the primary one, and takes the old one off', async () => {
    const person = await begin();
    const { visitor } = person;
    const path = '/account/addresses';
    const added = `plus-${person.address}`;
    const page = await open(person, path);
    expect((await visitor.submit(page, { 'input.address': 'nobody' }, { says: /"add"/ })).status).toBe(422);

    const asked = await visitor.submit(page, { 'input.address': added }, { says: /"add"/ });
    expect(asked.html).toContain('d’ici 24\u00A0heures\u00A0: rien ne change avant.');
    expect(asked.html).toContain('En attente\u00A0: suivez le lien');
    await expectEnglish(person, path, [
      'Primary address, confirmed',
      'Waiting: follow the link in the e-mail that was sent to it.',
      'Send the e-mail to confirm it again',
      'Add an e-mail address',
    ]);
    const again = await visitor.submit(asked, {}, { says: /"again"/ });
    expect(again.html).toContain('Un courriel est en route vers p•••@maboite.example');
    await realm.runDue();
    expect(realm.mailbox.to(added)).toHaveLength(2);
    const [link] = /http:\/\/localhost:\d+\/realm\/fr\/email-confirmation#token=\S+/.exec(
      realm.mailbox.lastTo(added).text,
    )!;
    const opened = await visitor.open(link.split('#')[0]!);
    const shown = await visitor.submit(opened, { 'input.token': link });
    expect(titleOf(await visitor.submit(shown, {}))).toBe('Votre adresse est confirmée');

    const confirmed = await open(person, path);
    await expectEnglish(person, path, ['Make it the primary address', 'Remove', 'Confirmed']);
    const primary = await visitor.submit(confirmed, {}, { says: /"primary"/ });
    expect(primary.html).toContain(`Vos courriels sont maintenant envoyés à ${added}.`);
    const removed = await visitor.submit(primary, {}, { says: /"remove"/ });
    expect(removed.html).toContain(`${person.address} a été retirée.`);

    expect([await signsIn(person.address), await signsIn(added)]).toEqual(['SignInRefused', 'SignInSuccess']);
    await realm.runDue();
    expect(subjectsTo(realm, person.address)).toEqual(
      expect.arrayContaining([
        'L’ajout d’une adresse à votre compte a été demandé',
        'Une adresse a été ajoutée à votre compte',
        'Une adresse a été retirée de votre compte',
      ]),
    );
    // From another tab, for what is gone.
    expect((await visitor.submit(primary, {}, { says: /"remove"/ })).status).toBe(200);
  });

  it('sends the confirmation of the address again with which an account came, and changes nothing from an old window', async () => {
    const person = await begin();
    await realm.parts.db.transaction(tx =>
      tx.query('update account_address set verified_at = null where account_id = $1', [person.id]),
    );
    realm.clock.advance(minutes(11));

    const page = await open(person, '/account/addresses');

    expect(page.html).toContain('Adresse principale, pas encore confirmée');
    expect(page.html).toContain('Ouvrir une nouvelle session');
    expect(page.html).not.toContain('input.address');
    await person.visitor.submit(page, {}, { says: /"again"/ });
    await realm.runDue();
    expect(realm.mailbox.lastTo(person.address).text).toContain('/realm/fr/email-confirmation#token=');
    const forged = await person.visitor.submit(
      page,
      { act: 'add', 'input.address': 'x@maboite.example' },
      {},
    );
    expect(forged.status).toBe(422);
    expect(forged.html).toContain('role="alert"');
  });

  it('joins another account by its password, and tells every address of both', async () => {
    const [person, twin] = [await begin(), await givenAccount(realm, { locale: 'en-CA' })];
    const { refresh_token } = await signInAt(realm, person.visitor, other, person.address);
    const page = await open(person, '/account/link');
    const join = (password: string): Promise<Page> =>
      person.visitor.submit(page, { 'input.identifier': twin.address, 'input.password': password });

    const wrong = await join('Wrong password');
    expect(wrong.status).toBe(422);
    for (const words of ['role="alert"', `value="${twin.address}"`, 'Premier accès ou mot de passe oublié'])
      expect(wrong.html).toContain(words);
    const done = await join(PASSWORD);

    expect(titleOf(done)).toBe('Vos deux comptes n’en font plus qu’un');
    const account = await open(person, '/account');
    for (const address of [person.address, twin.address]) expect(account.html).toContain(address);
    // The site that was entered from here is not: this browser stays signed in all the same.
    const asked = { grant_type: 'refresh_token', client_id: other.clientId, refresh_token };
    expect((await askForTokens(realm, asked)).body.error).toBe('invalid_grant');
    await realm.runDue();
    expect(subjectsTo(realm, person.address)).toContain('Vos deux comptes n’en font plus qu’un');
    expect(subjectsTo(realm, twin.address)).toContain('Your two accounts are now one');
    await expectEnglish(person, '/account/link', [
      'Join another of my accounts to this one',
      'All your other sessions end',
      'Password of the other account',
    ]);
  });

  it('asks for the second factor of the other account, and for one on this one first', async () => {
    const [bare, own, twin] = [await begin(), await givenProtected(realm), await givenProtected(realm)];
    const typed = { 'input.identifier': twin.account.address, 'input.password': PASSWORD };
    const refused = await bare.visitor.submit(await open(bare, '/account/link'), typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="/account/security?lang=fr-CA"');
    const person = await begin(own.account);
    const { visitor } = person;
    const begun = await visitor.open(askTo(realm, site, newVerifier()));
    const owed = await typePassword(visitor, begun, person.address);
    await visitor.submit(owed, { 'input.code': codeOf(realm, own.secret) }, { action: /factor/ });

    const asked = await visitor.submit(await open(person, '/account/link'), typed);
    expect(titleOf(asked)).toBe('Une preuve de plus pour l’autre compte');
    const wrong = await visitor.submit(asked, { 'input.code': '000000' }, { says: /input.code/ });
    expect([wrong.status, wrong.html.match(/class="fault"/g)?.length]).toEqual([422, 1]);
    for (const words of ['/forgotten-password?', '/forgotten-username?', 'aide@aqpm.example'])
      expect(wrong.html).toContain(words);
    const code = codeOf(realm, twin.secret);
    const done = await visitor.submit(wrong, { 'input.code': code }, { says: /input.code/ });
    expect(titleOf(done)).toBe('Vos deux comptes n’en font plus qu’un');
    const late = await visitor.submit(wrong, { 'input.code': code }, { says: /input.code/ });
    expect([late.status, titleOf(late)]).toEqual([422, 'Réunir un autre de mes comptes à celui-ci']);
  });
});
