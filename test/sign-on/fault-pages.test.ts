import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { perform } from '../recovery/operations.ts';
import { addPasskey, atSite } from '../second-factors/operations.ts';
import { softPasskey } from '../second-factors/soft-passkey.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askTo, codeIn, newVerifier, typePassword } from './sign-in.ts';
import { openVisitor, type Page, type Visitor } from './visitor.ts';

const NEW_PASSWORD = 'Retour permis!2027';
const REQUESTS = 40;

describe('a page of the realm that cannot go on says so, and what to do (A12, A15)', () => {
  let realm: Realm;
  let site: Registered;
  beforeAll(async () => {
    realm = await openRealm({ requestsPerMinute: REQUESTS });
    site = await givenSite(realm);
    await realm.parts.db.transaction(tx => tx.query('update association set pages_client_id = null'));
  });
  afterAll(() => realm.close());

  const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';
  const begin = async (): Promise<{ visitor: Visitor; page: Page }> => {
    realm.clock.advance(minutes(1));
    const visitor = openVisitor(realm.issuer);
    return { visitor, page: await visitor.open(askTo(realm, site, newVerifier())) };
  };
  const expectPage = ({ headers, html }: Page, locale: string): void => {
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('role="alert"');
  };

  /** As many passwords are judged as the house takes at once, until it is told to stop. */
  const fillQueue = (): (() => Promise<unknown>) => {
    let stopped = false;
    const queue = Array.from({ length: 202 }, async () => {
      while (!stopped) await realm.parts.passwords.verify(null, 'somebody else’s');
    });
    return () => {
      stopped = true;
      return Promise.all(queue);
    };
  };
  const whileBusy = async (ask: () => Promise<Page>): Promise<Page> => {
    const stop = fillQueue();
    return ask().finally(stop);
  };

  it('too many requests', async () => {
    const { visitor, page } = await begin();
    const answers: Page[] = [];
    const ask = async (address: string, locale: string): Promise<void> => {
      const headers = { 'accept-language': locale };
      answers.push(await openVisitor(realm.issuer, headers).open(`${realm.issuer}${address}`));
    };
    for (let time = 0; time < REQUESTS; time++)
      await visitor.open(`${realm.issuer}/realm/fr/email-confirmation`);

    await ask('/account', 'fr-CA');
    await ask('/account', 'en-CA');
    await ask('/realm/en/password-reset', 'fr-CA');
    answers.push(await typePassword(visitor, page, 'nobody@maboite.example'));

    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429, 429]);
    for (const [at, locale] of (['fr-CA', 'en-CA', 'en-CA', 'fr-CA'] as const).entries())
      expectPage(answers[at]!, locale);
    const [french, english, named, sent] = answers;
    expect(french!.headers.get('retry-after')).toBe('60');
    expect(titleOf(french!)).toBe('Un instant, s’il vous plaît');
    expect(french!.html).toContain('Trop de requêtes. Réessayez dans 60 secondes.');
    expect(french!.html).toContain('Rien n’a été fait. Attendez, puis rechargez la page');
    expect(titleOf(english!)).toBe('One moment, please');
    expect(english!.html).toContain('Too many requests. Try again in 60 seconds.');
    expect(english!.html).toContain('Nothing has been done. Wait, then load the page again');
    expect(named!.html).toContain('href="/realm/fr/password-reset"');
    expect(sent!.html).toContain(`href="${new URL(page.address).pathname}?lang=en-CA"`);
    const json = await fetch(`${realm.issuer}/oidc/userinfo`);
    expect([json.status, json.headers.get('content-type')]).toEqual([429, 'application/json; charset=utf-8']);
  });

  it('a sign-in while too many passwords wait: the form keeps what was typed', async () => {
    const account = await givenAccount(realm);
    const { visitor, page } = await begin();

    const busy = await whileBusy(() => typePassword(visitor, page, account.address));

    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    expectPage(busy, 'fr-CA');
    expect(busy.html).toContain('Le service est occupé. Réessayez dans 2 secondes');
    expect(busy.html).toContain(`value="${account.address}"`);
    for (const step of ['factor', 'passkey', 'leave']) {
      const again = await visitor.open(page.address.replace(/\?.*|$/, `/${step}?lang=en-CA`));
      expect([again.status, titleOf(again)]).toEqual([200, 'Sign in']);
    }
    expect(codeIn(await typePassword(visitor, busy, account.address))).not.toBe('');
    const own = await visitor.open(`${realm.issuer}/account/security?lang=en-CA`);
    const typed = { 'input.currentPassword': PASSWORD, 'input.newPassword': NEW_PASSWORD };
    const change = await whileBusy(() =>
      visitor.submit(own, { ...typed, confirmation: NEW_PASSWORD }, { says: /currentPassword/ }),
    );
    expect([change.status, change.headers.get('retry-after')]).toEqual([503, '2']);
    expectPage(change, 'en-CA');
  });

  it('a new password, just the same: the link is not used up', async () => {
    const account = await givenAccount(realm, { locale: 'en-CA' });
    await perform(realm, 'requestPasswordReset', { identifier: account.address }, { locale: 'en-CA' });
    await realm.runDue();
    const { visitor } = await begin();
    const [link = ''] = /http:\S+#token=\S+/.exec(realm.mailbox.lastTo(account.address).text) ?? [];
    const opened = await visitor.open(link.split('#')[0]!);
    const form = await visitor.submit(opened, { 'input.token': link });
    const send = (): Promise<Page> =>
      visitor.submit(form, { 'input.newPassword': NEW_PASSWORD, confirmation: NEW_PASSWORD });

    const busy = await whileBusy(send);

    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    expectPage(busy, 'en-CA');
    expect(busy.html).toContain('The service is busy. Try again in 2 seconds: nothing was lost.');
    expect(titleOf(await send())).toBe('Your password is set');
  });

  it('a mistake of ours is named by the number under which it is in the log; what cannot be read is said to be so', async () => {
    const { visitor, page } = await begin();
    await realm.parts.db.transaction(tx =>
      tx.query('update sign_on_state set sealed_payload = $1', [Buffer.from('spoilt')]),
    );

    const failed = await visitor.open(page.address);

    expect(failed.status).toBe(500);
    expectPage(failed, 'fr-CA');
    expect(failed.html).toContain(`<code>${failed.headers.get('x-request-id')}</code>`);
    expect(failed.html).toContain('Numéro de la demande\u00A0:');
    const unread = await fetch(`${realm.issuer}/realm/en/email-confirmation`, {
      method: 'POST',
      body: 'text',
    });
    expect([unread.status, unread.headers.get('content-type')]).toEqual([415, 'text/html; charset=utf-8']);
    expect(await unread.text()).toContain('What your browser sent cannot be read.');
  });

  it.each([
    ['/account/nope', 'fr-CA', '/account/nope?lang=en-CA'],
    ['/realm/fr/nope', 'fr-CA', '/realm/en/nope'],
    ['/realm/en/nope/nope', 'en-CA', '/realm/fr/nope/nope'],
    ['/realm', 'fr-CA', '/realm?lang=en-CA'],
    ['/oidc/sign-in/some/nope', 'fr-CA', '/oidc/sign-in/some/nope?lang=en-CA'],
  ])('an address that leads nowhere: %s', async (address, locale, other) => {
    realm.clock.advance(minutes(1));

    const page = await openVisitor(realm.issuer).open(realm.issuer + address);
    const program = await fetch(realm.issuer + address);

    expect(page.status).toBe(404);
    expectPage(page, locale);
    expect(titleOf(page)).toBe(locale === 'fr-CA' ? 'Cette page n’existe pas' : 'This page does not exist');
    expect(page.html).toContain(`href="${other}"`);
    expect(page.html).toContain(`href="/account?lang=${locale}"`);
    expect([program.status, program.headers.get('content-type')]).toEqual([
      404,
      'application/json; charset=utf-8',
    ]);
  });

  it('who has no second factor that works here is told whom to ask', async () => {
    const account = await givenAccount(realm);
    const { accessToken } = await signedIn(realm, account.address, atSite(realm));
    await addPasskey(realm, { ...atSite(realm), token: accessToken });
    await realm.parts.db.transaction(tx =>
      tx.query('delete from recovery_code where account_id = $1', [account.id]),
    );
    const { visitor, page } = await begin();

    const asked = await typePassword(visitor, page, account.address);

    expect(asked.html).toContain('une seconde preuve qui ne peut pas être donnée dans cette page');
    expect(asked.html).toContain('aide@aqpm.example');
  });

  it('a passkey of the realm’s pages signs in while the password of the account is throttled (A7, A13)', async () => {
    const account = await givenAccount(realm);
    const passkey = softPasskey(realm.issuer);
    /** The form that a script shows and sends. */
    const asked = (page: Page): { readonly options: string; readonly plain: Page } => {
      const [, options = ''] = /data-passkey="([^"]+)"/.exec(page.html) ?? [];
      const html = page.html.replaceAll(
        /\shidden\s+data-passkey="[^"]*"(?:\s+data-making)?\s+data-failed="[^"]*"/g,
        '',
      );
      return { options: options.replaceAll('&quot;', '"'), plain: { ...page, html } };
    };
    const home = await begin();
    await typePassword(home.visitor, home.page, account.address);
    const making = asked(await home.visitor.open(`${realm.issuer}/account/security`));
    await home.visitor.submit(
      making.plain,
      { 'input.passkey': passkey.register(making.options), 'input.name': 'Mon téléphone' },
      { says: /"passkey"/ },
    );
    const { visitor, page } = await begin();
    for (let time = 0; time < 11; time++)
      await typePassword(visitor, page, account.address, 'Wrong password');
    expect((await typePassword(visitor, page, account.address)).html).toMatch(/15\s?minutes/);

    const { options, plain } = asked(page);
    const entered = await visitor.submit(
      plain,
      { 'input.passkey': passkey.answer(options) },
      { action: /\/passkey/ },
    );

    expect(codeIn(entered)).not.toBe('');
  });
});
