import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBrowser, type TestBrowser } from '../support/browser.ts';

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
});
