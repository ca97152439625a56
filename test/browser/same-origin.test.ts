import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';

const listen = (server: Server): Promise<string> =>
  new Promise(resolve =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

describe('the browser of these tests', () => {
  let browser: TestBrowser;
  const page = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<title>x</title>'),
  );
  const other = createServer((_, answer) => answer.end('secret'));
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    page.close();
    other.close();
  });

  it('refuses to read another origin that does not allow it, as people’s browsers do', async () => {
    const [from, to] = await Promise.all([listen(page), listen(other)]);
    const window = await browser.open();
    await window.goto(from);

    const read = window.evaluate(async address => (await fetch(address)).text(), to);

    await expect(read).rejects.toThrow(/Failed to fetch/);
  });

  it('asks axe about every page that is built in another way than those before', async () => {
    const page = await browser.open();
    const good = `<!doctype html><html lang="fr"><title>Nom</title><main><h1>Nom</h1><h2>Le vôtre</h2>
      <label for="a">Nom</label> <input id="a"> <a href="/x">Autre nom</a></main></html>`;
    const rulesBrokenBy = async (words: string, others: string): Promise<string[]> => {
      await page.setContent(good.replace(words, others));
      return (await accessibilityFaults(page)).map(fault => fault.split(':')[0]!);
    };

    expect(await rulesBrokenBy('', '')).toEqual([]);
    expect(await rulesBrokenBy('Le vôtre', 'Le sien')).toEqual([]);

    expect(await rulesBrokenBy(' for="a"', '')).toContain('label');
    expect(await rulesBrokenBy('Autre nom', '')).toContain('link-name');
    expect(await rulesBrokenBy('<h2>Le vôtre</h2>', '<h3>Le vôtre</h3>')).toContain('heading-order');
    expect(await rulesBrokenBy('<h2>', '<h2 style="color: #bbb">')).toContain('color-contrast');
    expect(await rulesBrokenBy('</main>', '</main><p>Dehors</p>')).toContain('region');
  });
});
