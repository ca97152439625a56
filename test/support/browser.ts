import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import type { UnpackedBrowser } from './unpack-browser.ts';

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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
  close(): Promise<void>;
}

/** Real Chromium, from its npm package. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, environment } = JSON.parse(
    process.env['AFFILIA_TEST_BROWSER'] ?? '{}',
  ) as UnpackedBrowser;
  const browser: Browser = await playwright.launch({
    executablePath,
    args: ARGUMENTS,
    headless: true,
    env: { ...process.env, ...environment },
  });
  return {
    async open({ locale = 'fr-CA', width = 1280, scripts = true } = {}) {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ locale, viewport, javaScriptEnabled: scripts });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/** What axe finds wrong on the page as it stands, at WCAG 2.2 AA and good practice. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a tag: the page's own content security policy stays as strict as it is.
  await page.evaluate(await readFile(axeScript, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}
