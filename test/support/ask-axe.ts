import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import type { PageWithParts } from './parts-of-page.ts';

interface Axe {
  run(
    where: Document | { include: Element[] },
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

let script: Promise<string> | undefined;
const readScript = (): Promise<string> =>
  (script ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/** What axe finds wrong in these parts of the page. */
export async function askAxe(page: Page, parts: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await bringAxe(page);
  return page.evaluate(faultsOf, { parts, wholes: WHOLES, barred: BARRED });
}

/** One for each page, for as long as it is open: Chromium dies when another one ends beside that of a test's passkeys. */
const protocols = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Evaluated, not added as a tag: the page's own content security policy stays as strict as it is. By the browser's own
 * protocol, because Playwright carries such a text back and forth for five times as long as the page runs it.
 */
async function bringAxe(page: Page): Promise<void> {
  const protocol = protocols.get(page) ?? page.context().newCDPSession(page);
  protocols.set(page, protocol);
  const { exceptionDetails } = await (
    await protocol
  ).send('Runtime.evaluate', { expression: await readScript() });
  if (exceptionDetails) throw new Error(`axe cannot be loaded: ${exceptionDetails.text}`);
}

/** Whose own rules look at what stands below them. */
const WHOLES = 'table, ul, ol, dl, form, section, article, nav, dialog, main, header, footer, body';
/** Within which some things must not stand, however deep. */
const BARRED = 'a, button, label, [role], [aria-hidden]';

interface Judged {
  readonly parts: readonly string[];
  readonly wholes: string;
  readonly barred: string;
}

/** Runs in the browser. Where a part is of no element any more, or of the root, the page is judged as a whole. */
async function faultsOf({ parts, wholes, barred }: Judged): Promise<string[]> {
  const { axe, elementsOfParts } = globalThis as unknown as { axe: Axe } & Required<PageWithParts>;
  const found = parts.map(part => (elementsOfParts.get(part) ?? []).filter(one => one.isConnected));
  const elements = new Set(found.flat());
  const outermost = (within: string, element: Element | null): Element | null => {
    const nearest = element?.closest(within) ?? null;
    return nearest && (outermost(within, nearest.parentElement) ?? nearest);
  };
  const placesOf = ({ parentElement }: Element): (Element | null)[] => {
    const bar = outermost(barred, parentElement);
    return [parentElement?.closest(wholes) ?? null, ...(bar ? [bar] : [])];
  };
  const places = [...elements].filter(({ parentElement }) => !elements.has(parentElement!)).flatMap(placesOf);

  const include = places.filter(place => place !== null);
  const isWhole = include.length < places.length || found.some(({ length }) => length === 0);
  const { violations } = await axe.run(isWhole ? document : { include: [...new Set(include)] }, {
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
