import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { codeOf, givenProtected } from '../second-factors/operations.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askTo, codeIn, errorIn, exchange, newVerifier, typePassword } from './sign-in.ts';
import { openVisitor, type Page } from './visitor.ts';

const THREE_WAYS = [
  'Premier accès ou mot de passe oublié',
  'Nom d’utilisateur oublié',
  expect.stringContaining('aide@aqpm.example'),
];

describe('the realm’s sign-in pages (A12, A5, A6, A13)', () => {
  let realm: Realm;
  let site: Registered;
  let account: GivenAccount;
  beforeAll(async () => {
    realm = await openRealm();
    site = await givenSite(realm);
    account = await givenAccount(realm);
  });
  afterAll(() => realm.close());

  const begin = (changed: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const visitor = openVisitor(realm.issuer, headers);
    return visitor.open(askTo(realm, site, newVerifier(), changed)).then(page => ({ visitor, page }));
  };
  /** What stands under « Pour continuer ». */
  const waysIn = ({ html }: Page): string[] => {
    const [, ways = ''] = /<h2 id="ways-on">([\s\S]*?)<\/section>/.exec(html) ?? [];
    return [...ways.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, way = '']) =>
      way.replaceAll(/<[^>]*>/g, '').trim(),
    );
  };
  const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';

  it('speaks the language that the site asked for, else the browser’s, and has the way to the other', async () => {
    const asked = await begin({ ui_locales: 'en-CA fr-CA' });
    const browsers = await begin({}, { 'accept-language': 'en' });
    const french = await begin();

    expect([asked, browsers, french].map(({ page }) => page.headers.get('content-language'))).toEqual([
      'en-CA',
      'en-CA',
      'fr-CA',
    ]);
    const switched = await french.visitor.open(
      new URL(/<nav[^>]*>\s*<a\s+href="([^"]+)"/.exec(french.page.html)![1]!, french.page.address).href,
    );
    expect(switched.html).toContain('<html lang="en-CA">');
    const sent = await typePassword(french.visitor, switched, account.address, 'Wrong password');
    expect(sent.html).toContain('<html lang="en-CA">');
  });

  it('is dressed as the association, asks nothing of anybody else, and is kept nowhere', async () => {
    const { page } = await begin();

    expect(page.html).toContain('Association québécoise de la production médiatique');
    expect(page.html).toContain('--brand: #1b3a5c');
    expect(page.html.match(/<script[^>]*>/g)).toEqual(['<script src="/realm/passkey.js" defer>']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; img-src data:; base-uri 'none'; script-src 'self'; /,
    );
    expect(policy).toContain("form-action 'self' http://127.0.0.1:4999; frame-ancestors 'none'");
  });

  it('shows the logo of the association, and lets pictures in from nowhere else', async () => {
    const { id } = realm.world.aqpm.association;
    const useLogo = (address: string | null): Promise<unknown> =>
      realm.parts.db.transaction(tx =>
        tx.query('update association set brand_logo_url = $2 where id = $1', [id, address]),
      );
    await useLogo('https://images.aqpm.example/logo.svg');
    const { page } = await begin();
    await useLogo(null);

    expect(page.html).toContain('<img src="https://images.aqpm.example/logo.svg" alt="" />');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain('; img-src data: https://images.aqpm.example; ');
  });

  it('keeps its cookies from scripts and from other sites', async () => {
    const { visitor, page } = await begin();
    await typePassword(visitor, page, account.address);

    const names = [...visitor.cookies.keys()].map(name => name.split(' ')[0]);
    expect(names).toContain('affilia-sign-on');
    for (const { attributes } of visitor.cookies.values()) {
      expect(attributes).toMatch(/samesite=lax/i);
      expect(attributes).toMatch(/httponly/i);
    }
  });

  it('answers whoever may not come in alike, with three ways on', async () => {
    const answers = [];
    for (const [identifier, password] of [
      [account.address, 'Wrong password'],
      ['nobody@maboite.example', PASSWORD],
    ] as const) {
      const { visitor, page } = await begin();
      const sent = await typePassword(visitor, page, identifier, password);
      answers.push(sent);
      expect(sent.html).toContain(`value="${identifier}"`);
      expect(sent.html).not.toContain(password);
    }

    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    const [one, two] = answers.map(({ html }) =>
      html.replaceAll(/(value|data-passkey)="[^"]*"|sign-in\/[\w-]+/g, ''),
    );
    expect(one).toBe(two);
    for (const words of ['role="alert"', '/password?', '/username?', 'aide@aqpm.example'])
      expect(one).toContain(words);
  });

  it('names what is missing before anything is judged', async () => {
    const { visitor, page } = await begin();
    const sent = await typePassword(visitor, page, '', '');

    expect(sent.status).toBe(422);
    expect(sent.html.match(/class="fault"/g)).toHaveLength(2);
    expect(sent.html).toContain('aria-describedby="input-identifier-fault"');
  });

  it('says how long to wait once there were too many guesses, to the right password too', async () => {
    const own = await givenAccount(realm);
    const { visitor, page } = await begin();
    for (let time = 0; time < 10; time++) await typePassword(visitor, page, own.address, 'Wrong password');
    const last = await typePassword(visitor, page, own.address);

    expect(last.status).toBe(422);
    expect(last.html).toMatch(/15\s?minutes/);
    expect(waysIn(last)).toEqual(['Patienter un moment', ...THREE_WAYS]);
    realm.clock.advance(16 * 60_000);
  });

  it('does not keep somebody out of a browser that is known because others guess elsewhere', async () => {
    const own = await givenAccount(realm);
    const home = await begin();
    await typePassword(home.visitor, home.page, own.address);
    const { visitor, page } = await begin();
    for (let time = 0; time < 11; time++) await typePassword(visitor, page, own.address, 'Wrong password');

    const again = await home.visitor.open(askTo(realm, site, newVerifier(), { prompt: 'login' }));
    expect(codeIn(await typePassword(home.visitor, again, own.address))).not.toBe('');
    realm.clock.advance(16 * 60_000);
  });

  it('leaves the same three ways open after a refused passkey, and after a second factor that came too late', async () => {
    const { account: own, secret } = await givenProtected(realm);
    const { visitor, page } = await begin();
    const forPasskeys = page.html.replace(/action="(\/oidc\/sign-in\/[\w-]+)\?/, 'action="$1/passkey?');
    const owed = await typePassword(visitor, page, own.address);
    realm.clock.advance(11 * 60_000);

    const passkey = await visitor.submit({ ...page, html: forPasskeys }, { 'input.passkey': '{}' });
    const late = await visitor.submit(owed, { 'input.code': codeOf(realm, secret) }, { action: /factor/ });

    for (const refused of [passkey, late]) {
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('role="alert"');
      expect(waysIn(refused)).toEqual(THREE_WAYS);
      for (const address of ['/password?', '/username?']) expect(refused.html).toContain(address);
    }
  });

  it('leaves them open under a code that is wrong, and once there were too many', async () => {
    const { account: own } = await givenProtected(realm);
    const { visitor, page } = await begin();
    const owed = await typePassword(visitor, page, own.address);
    const guess = () => visitor.submit(owed, { 'input.code': '000000' }, { action: /factor/ });

    const wrong = await guess();
    for (let time = 0; time < 9; time++) await guess();
    const throttled = await guess();
    realm.clock.advance(16 * 60_000);

    expect(waysIn(owed)).toEqual([]);
    expect(throttled.html).toMatch(/15\s?minutes/);
    expect(waysIn(throttled)[0]).toBe('Patienter un moment');
    for (const refused of [wrong, throttled]) {
      expect(refused.status).toBe(422);
      expect(waysIn(refused)).toEqual(expect.arrayContaining(THREE_WAYS));
      for (const address of ['/password?', '/username?']) expect(refused.html).toContain(address);
      const heard = [/role="alert"/, /id="ways-on"/, /<form/].map(part => refused.html.search(part));
      expect(heard).toEqual([...heard].sort((one, other) => one - other));
    }
  });

  it('shows whom to ask before anything was refused, too', async () => {
    const { page } = await begin();

    expect(waysIn(page)).toEqual([]);
    for (const words of ['/password?', '/username?', 'aide@aqpm.example']) expect(page.html).toContain(words);
  });

  it('escapes what a site or a person wrote', async () => {
    const hint = '"><script>alert(1)</script>';
    const { visitor, page } = await begin({ login_hint: hint });
    const sent = await typePassword(visitor, page, hint, 'x');

    for (const { html } of [page, sent]) {
      expect(html).not.toContain('<script>');
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('judges no form that it did not draw for this very sign-in, and none from another browser', async () => {
    const { visitor, page } = await begin();
    const forged = {
      ...page,
      html: page.html.replaceAll(/name="proof"\s+value="[^"]+"/g, 'name="proof" value="no"'),
    };
    const other = openVisitor(realm.issuer);

    const unproved = await typePassword(visitor, forged, account.address);
    const elsewhere = await typePassword(other, page, account.address);

    expect(unproved.status).toBe(200);
    expect(titleOf(unproved)).toBe(titleOf(page));
    expect(elsewhere.status).toBe(200);
    expect(new URL(elsewhere.address).pathname).not.toBe(new URL(page.address).pathname);
    expect(codeIn(await typePassword(visitor, page, account.address))).not.toBe('');
  });

  it('lets two tabs sign in beside each other', async () => {
    const visitor = openVisitor(realm.issuer);
    const one = await visitor.open(askTo(realm, site, newVerifier()));
    const two = await visitor.open(askTo(realm, site, newVerifier()));

    expect(codeIn(await typePassword(visitor, two, account.address))).not.toBe('');
    expect((await typePassword(visitor, one, account.address)).status).not.toBe(500);
  });

  it('goes back to the site without signing in', async () => {
    const { visitor, page } = await begin();
    const left = await visitor.submit(page, {}, { action: /leave/ });

    expect(left.address.startsWith(site.redirectUri)).toBe(true);
    expect(errorIn(left)).toBe('access_denied');
  });

  it('says that a sign-in is over that has expired, is finished or never was', async () => {
    const { visitor, page } = await begin();
    await typePassword(visitor, page, account.address);

    for (const address of [page.address, `${realm.issuer}/oidc/sign-in/nothing`]) {
      const { status, html } = await visitor.open(address);
      expect(status).toBe(404);
      expect(html).toContain('Recommencez à partir du site Web');
    }
  });

  it('asks for the second factor that the account has, and signs nobody in before', async () => {
    const { account: own, secret, recoveryCodes } = await givenProtected(realm);
    const verifier = newVerifier();
    const visitor = openVisitor(realm.issuer);
    const page = await visitor.open(askTo(realm, site, verifier));

    const asked = await typePassword(visitor, page, own.address);
    expect(asked.status).toBe(200);
    expect(titleOf(asked)).toBe('Une preuve de plus que c’est bien vous');
    const silent = await openVisitor(realm.issuer).open(askTo(realm, site, verifier, { prompt: 'none' }));
    expect(errorIn(silent)).toBe('login_required');
    const wrong = await visitor.submit(asked, { 'input.code': '000000' }, { action: /factor/ });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('class="fault"');
    const right = await visitor.submit(wrong, { 'input.code': codeOf(realm, secret) }, { action: /factor/ });
    expect((await exchange(realm, site, codeIn(right), verifier)).status).toBe(200);

    const again = openVisitor(realm.issuer);
    const second = await typePassword(again, await again.open(askTo(realm, site, verifier)), own.address);
    const byCode = await again.submit(
      second,
      { 'input.recoveryCode': recoveryCodes[0]! },
      { action: /factor/ },
    );
    expect(codeIn(byCode)).not.toBe('');
    const used = await again.submit(
      second,
      { 'input.recoveryCode': recoveryCodes[1]! },
      { action: /factor/ },
    );
    expect(used.address).not.toContain('code=');
  });

  it('shows a person all that they hold, and nobody anything who is not signed in', async () => {
    const { visitor, page } = await begin();
    await typePassword(visitor, page, account.address);

    const own = await visitor.open(`${realm.issuer}/account`);
    const nobodys = await openVisitor(realm.issuer).open(`${realm.issuer}/account`);

    expect(own.html).toContain(account.address);
    expect(own.html).toContain(`(${realm.world.aqpm.association.nameFr}), node, depuis le`);
    expect(nobodys.html).not.toContain(account.address);
    expect(own.headers.get('cache-control')).toBe('no-store');
    const english = await visitor.open(`${realm.issuer}/account?lang=en-CA`);
    expect(titleOf(english)).toBe('Your account');
  });

  it('ends a session from there, one’s own only, and the sign-in with it', async () => {
    const [own, other] = [await givenAccount(realm), await givenAccount(realm)];
    const [mine, theirs] = [await begin(), await begin()];
    await typePassword(mine.visitor, mine.page, own.address);
    await typePassword(theirs.visitor, theirs.page, other.address);
    const [page, foreign] = await Promise.all(
      [mine, theirs].map(({ visitor }) => visitor.open(`${realm.issuer}/account`)),
    );
    const sessionIn = ({ html }: Page): string => /name="session"\s+value="([^"]+)"/.exec(html)![1]!;

    await mine.visitor.submit(page!, { session: sessionIn(foreign!) });
    await mine.visitor.submit(
      { ...page!, html: page!.html.replaceAll(/name="proof"\s+value="[^"]+"/g, '') },
      {},
    );
    expect((await theirs.visitor.open(`${realm.issuer}/account`)).html).toContain(other.address);
    expect((await mine.visitor.open(`${realm.issuer}/account`)).html).toContain(own.address);
    const after = await mine.visitor.submit(page!, {});

    expect(after.html).not.toContain(own.address);
    expect(after.html).toContain('Aucune session n’est ouverte dans ce navigateur');
  });
});
