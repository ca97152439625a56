import { jest } from '@jest/globals';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { askAxe } from './ask-axe.ts';
import { partsOfPage } from './parts-of-page.ts';
import type { UnpackedBrowser } from './unpack-browser.ts';

/** Calls nobody outside, and keeps every rule of the web on: the package's own arguments would switch CORS off. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface TestBrowser {
  /** A window of its own: nothing is shared with other windows. */
  open(options?: { locale?: 'fr-CA' | 'en-CA'; width?: number; scripts?: boolean }): Promise<Page>;
  /**
   * The window that was asked for before in this language, for the next person: the site where it stands has left
   * nothing in it but the modules that it loaded, which are most of what a new one costs. Not after a change of clock.
   */
  reuse(options?: { locale?: 'fr-CA' | 'en-CA' }): Promise<Page>;
  /** Closes its windows. */
  close(): Promise<void>;
}

/** One for the files that a process runs, until it ends: starting it costs more than most walks. */
let started: Promise<Browser> | undefined;

/** Real Chromium, from its npm package. A walk through ten pages is one test: it gets more time than others. */
export async function openBrowser(): Promise<TestBrowser> {
  // Here, and not where a module is loaded: that happens once for all files of a process.
  jest.setTimeout(60_000);
  const browser = await (started ??= startBrowser());
  const windows: BrowserContext[] = [];
  const open: TestBrowser['open'] = async ({ locale = 'fr-CA', width = 1280, scripts = true } = {}) => {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ locale, viewport, javaScriptEnabled: scripts });
    windows.push(context);
    return context.newPage();
  };
  const used = new Map<string, Page>();
  return {
    open,
    async reuse({ locale = 'fr-CA' } = {}) {
      const page = used.get(locale) ?? (await open({ locale }));
      if (used.has(locale)) await empty(page);
      used.set(locale, page);
      return page;
    },
    async close() {
      await Promise.all(windows.map(window => window.close()));
    },
  };
}

function startBrowser(): Promise<Browser> {
  const { executablePath, environment } = JSON.parse(
    process.env['AFFILIA_TEST_BROWSER'] ?? '{}',
  ) as UnpackedBrowser;
  const env = { ...process.env, ...environment };
  return playwright.launch({ executablePath, args: ARGUMENTS, headless: true, env });
}

/** Stopped first, so that no answer still under way writes into what was cleared. */
async function empty(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.stop();
    sessionStorage.clear();
    localStorage.clear();
  });
  await page.context().clearCookies();
  await page.goto('about:blank');
}

/** Those in which axe found nothing wrong: to ask it costs more than to load the page. */
const judged = new Set<string>();

/**
 * What axe finds wrong on the page as it stands, at WCAG 2.2 AA and good practice. Only parts that are new are judged:
 * the other elements stood before in the same places, drawn by the same styles at the same width.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const added = (await page.evaluate(partsOfPage)).filter(part => !judged.has(part));
  if (added.length === 0) return [];
  const faults = await askAxe(page, added);
  if (faults.length === 0) for (const part of added) judged.add(part);
  return faults;
}
