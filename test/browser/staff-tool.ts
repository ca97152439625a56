import type { Page } from 'playwright-core';
import { PASSWORD } from '../accounts/given-account.ts';
import type { TestBrowser } from '../support/browser.ts';
import type { Portal } from '../support/portal.ts';

export interface StaffTool {
  readonly url: string;
  close(): Promise<void>;
}

interface Served {
  serve(options: {
    port: number;
    endpoint: string;
    keys: Readonly<Record<string, string>>;
  }): Promise<StaffTool>;
}

/** The tool as it is served beside the product; by default with the secret keys of two trees. */
export async function openTool(
  { endpoint, world }: Portal,
  keys: Readonly<Record<string, string>> = { aqpm: world.aqpm.toolKey, icu: world.icu.toolKey },
): Promise<StaffTool> {
  const address = new URL('../../examples/internal-tool/serve.mjs', import.meta.url);
  const { serve } = (await import(address.href)) as Served;
  return serve({ port: 0, endpoint, keys });
}

export interface Window {
  readonly page: Page;
  /** What the page asked of anybody but the tool, and what its policy refused. */
  readonly strayed: string[];
}

/** A window at the form to sign in. */
export async function openWindow(
  browser: TestBrowser,
  { url }: StaffTool,
  options: { language?: 'fr' | 'en'; width?: number } = {},
): Promise<Window> {
  const { language = 'fr', width = 1280 } = options;
  const page = await browser.open({ locale: language === 'fr' ? 'fr-CA' : 'en-CA', width });
  const strayed: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(url)) strayed.push(request.url());
  });
  page.on('console', message => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      strayed.push(message.text());
  });
  await page.goto(`${url}/${language}/sign-in`);
  return { page, strayed };
}

/** Fills in the form to sign in, and sends it. */
export async function signIn(page: Page, identifier: string, password = PASSWORD): Promise<void> {
  await page.fill('#identifier', identifier);
  await page.fill('#password', password);
  await press(page, 'main button');
}

/** Presses a button or follows a link, and waits for the page that it leads to. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(selector)]);
}

/** What the page took the focus to, as its text; the browser does that a moment after the page is there. */
export async function focused(page: Page): Promise<string> {
  await page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 5_000 });
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** How far the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
