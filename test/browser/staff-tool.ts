import type { Cookie, Page } from 'playwright-core';
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

interface View {
  readonly language?: 'fr' | 'en';
  readonly width?: number;
  /** Whose tool, where it serves several. */
  readonly tree?: string;
}

async function openWatched(browser: TestBrowser, { url }: StaffTool, view: View): Promise<Window> {
  const { language = 'fr', width = 1280 } = view;
  const page = await browser.open({ locale: language === 'fr' ? 'fr-CA' : 'en-CA', width });
  const strayed: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(url)) strayed.push(request.url());
  });
  page.on('console', message => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      strayed.push(message.text());
  });
  return { page, strayed };
}

/** A window at the form to sign in. */
export async function openWindow(browser: TestBrowser, tool: StaffTool, options: View = {}): Promise<Window> {
  const window = await openWatched(browser, tool, options);
  await window.page.goto(`${tool.url}/${options.language ?? 'fr'}/sign-in`);
  return window;
}

/**
 * One window for all the tests of a file; what strayed is counted from its latest opening. A cookie tells the tool who
 * sits before it, an address which language.
 */
export interface Desk extends Window {
  /** Clears what the browser keeps, and opens a page: by default the form to sign in. */
  newcomer(view?: View, path?: string): Promise<void>;
  /** Opens a page as somebody who signed in here before, else signs them in. */
  atWork(person: { readonly address: string }, path: string, view?: View): Promise<void>;
}

export async function openDesk(browser: TestBrowser, tool: StaffTool): Promise<Desk> {
  const { page, strayed } = await openWatched(browser, tool, {});
  const context = page.context();
  const kept = new Map<string, Cookie[]>();
  const open = async (cookies: readonly Cookie[], path: string, view: View) => {
    await context.clearCookies();
    strayed.length = 0;
    await context.addCookies([...cookies]);
    await page.setViewportSize({ width: view.width ?? 1280, height: 900 });
    await page.goto(`${tool.url}/${view.language ?? 'fr'}/${path}`);
  };
  return {
    page,
    strayed,
    newcomer: (view = {}, path = 'sign-in') => open([], path, view),
    async atWork({ address }, path, view = {}) {
      await open(kept.get(address) ?? [], path, view);
      if ((await page.locator('#password').count()) === 0) return;
      if (view.tree !== undefined) await page.selectOption('[name=tree]', view.tree);
      await signIn(page, address);
      kept.set(address, await context.cookies());
    },
  };
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
