import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openTinyServer, SITE, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await openTinyServer({ graphiqlKey: SITE });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('GraphiQL runs in a browser under its own policy, knows the schema, and asks nobody else', async () => {
  const page = await browser.open();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => asked.push(new URL(request.url()).origin));

  await page.goto(`${server.url}/graphiql`);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query' }).click();

  await page.getByText('labels', { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
  expect(new Set(asked.filter(origin => origin !== 'null'))).toEqual(new Set([server.url]));
});
