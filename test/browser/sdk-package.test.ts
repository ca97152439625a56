import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Affilia } from '@affilia/sdk';
import type { accounts } from '@affilia/sdk/accounts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';

declare const window: { affilia: Affilia<{ accounts: typeof accounts }>; endings: string[] };

/** Asks the API who the page's association is, with whatever `affilia` the page has made. */
const ASK = `affilia.associations.realm().then(realm => { document.body.textContent = realm.association.code; });`;

describe('the packed SDK in a browser', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let folder: string;
  let clientKey: string;
  let page = '';
  const site = createServer((request, answer) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path === '/') return answer.setHeader('content-type', 'text/html').end(page);
    answer.setHeader('content-type', extname(path) === '.js' ? 'text/javascript' : 'text/plain');
    readFile(join(folder, path)).then(
      bytes => answer.end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  const address = (): string => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  beforeAll(async () => {
    const script: string = new URL('../../sdk/scripts/pack.mjs', import.meta.url).href;
    const { packSdk } = (await import(script)) as {
      packSdk(): { place: string; tarball: string };
    };
    const { place, tarball } = packSdk();
    execFileSync('tar', ['xzf', tarball, '-C', place]);
    folder = join(place, 'package');
    await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    const registered = await portal.parts.db.transaction(tx =>
      registerClient(portal.parts, tx, {
        associationId: portal.world.aqpm.association.id,
        name: 'packed',
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode: 'DIRECT',
        origins: [address()],
        pages: [],
      }),
    );
    clientKey = registered.key;
  });
  afterAll(async () => {
    site.close();
    await Promise.all([browser.close(), portal.close()]);
  });

  const options = (use: string): string =>
    `{ endpoint: '${portal.endpoint}', clientKey: '${clientKey}', locale: 'fr-CA', use: { ${use} } }`;

  async function open(body: string): Promise<string> {
    page = `<!doctype html><html lang="fr"><title>x</title><body>${body}</body></html>`;
    const window = await browser.open();
    await window.goto(address());
    await window.locator('body', { hasText: 'aqpm' }).waitFor({ timeout: 5_000 });
    return window.locator('body').innerText();
  }

  it('works as modules, without a bundler', async () => {
    const shown = await open(`<script type="module">
      import { createAffilia } from '/dist/esm/index.js';
      import { associations } from '/dist/esm/associations.js';
      const affilia = createAffilia(${options('associations')});
      ${ASK}
    </script>`);

    expect(shown).toBe('aqpm');
  });

  it('works from one script tag, held to its published integrity', async () => {
    const integrity = JSON.parse(await readFile(join(folder, 'dist/integrity.json'), 'utf8')) as Record<
      string,
      string
    >;
    const [file, hash] = Object.entries(integrity)[0] ?? [];

    const shown =
      await open(`<script src="/dist/${file}" integrity="${hash}" crossorigin="anonymous"></script><script>
      const affilia = Affilia.createAffilia(${options('associations: Affilia.associations')});
      ${ASK}
    </script>`);

    expect(shown).toBe('aqpm');
  });

  it('keeps four tabs signed in that all refresh at once, 25 times, with about one call a time (M4)', async () => {
    const { address: identifier } = await givenAccount(portal);
    page = `<!doctype html><html lang="fr"><title>x</title><script src="/dist/affilia.iife.js"></script><script>
      window.endings = [];
      window.affilia = Affilia.createAffilia({
        ...${options('accounts: Affilia.accounts')},
        onSignedOut: ({ reason }) => window.endings.push(reason),
      });
    </script></html>`;
    const first = await browser.open();
    const context = first.context();
    const tabs = [first, ...(await Promise.all([1, 2, 3].map(() => context.newPage())))];
    let calls = 0;
    context.on('request', request => {
      if (request.postData()?.includes('mutation RefreshSession')) calls += 1;
    });
    await context.clock.install();
    await Promise.all(tabs.map(tab => tab.goto(address())));
    await first.evaluate(input => window.affilia.accounts.signIn(input), { identifier, password: PASSWORD });

    for (let round = 0; round < 25; round++) {
      portal.clock.advance(minutes(11));
      await context.clock.fastForward(minutes(11));
      const seen = await Promise.all(
        tabs.map(tab => tab.evaluate(async () => (await window.affilia.accounts.viewer()) !== null)),
      );
      expect(seen).toEqual([true, true, true, true]);
    }

    expect(await Promise.all(tabs.map(tab => tab.evaluate(() => window.endings)))).toEqual([[], [], [], []]);
    expect(calls).toBeGreaterThanOrEqual(25);
    // Each for itself would make a hundred; a tab that a busy machine held back may make one of its own, now and then.
    expect(calls).toBeLessThanOrEqual(28);
    await context.close();
  });
});
