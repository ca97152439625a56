import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openDesk, openTool, overflow, press, type Desk } from './staff-tool.ts';

/** The staff’s own tool before two administrators, who approve each other’s acts on money. */
export interface MoneyDesk {
  readonly portal: Portal;
  readonly desk: Desk;
  readonly page: Page;
  readonly office: Office;
  readonly second: Office;
  text(): Promise<string>;
  /** A fact of the page by its name. */
  fact(name: string): Promise<string>;
  accessible(): Promise<void>;
  /** Accessible on a narrow telephone too. */
  narrow(): Promise<void>;
  send(): Promise<void>;
  /** The first of two clicks: the form as it stands is sent, and the window stays at it. */
  clickOnce(): Promise<void>;
  /** From which amount on AQPM wants a second person. */
  limitTo(cents: number | null): Promise<void>;
  counted(table: string): Promise<number>;
  close(): Promise<void>;
}

export async function openMoneyDesk(): Promise<MoneyDesk> {
  const [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
  const office = await givenOffice(portal, { name: 'Geneviève Roy', role: StaffRole.ADMIN });
  const second = await givenOffice(portal, { name: 'Rosalie Relève', role: StaffRole.ADMIN });
  const tool = await openTool(portal);
  const desk = await openDesk(browser, tool);
  const { page } = desk;
  const accessible = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(desk.strayed).toEqual([]);
  };
  return {
    ...{ portal, desk, page, office, second, accessible },
    text: () => page.innerText('main'),
    fact: name => page.locator('dt', { hasText: name }).locator('+ dd').innerText(),
    async narrow() {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await accessible();
      await page.setViewportSize({ width: 1280, height: 900 });
    },
    send: () => press(page, 'main button.main'),
    async clickOnce() {
      const form = page.locator('main form[method=post]');
      const fields = await form.evaluate(shown =>
        Object.fromEntries(
          [...new FormData(shown as HTMLFormElement)].flatMap(([name, value]) =>
            typeof value === 'string' ? [[name, value]] : [],
          ),
        ),
      );
      const address = new URL((await form.getAttribute('action')) ?? '', page.url()).href;
      const answer = await page.request.post(address, { form: fields, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
    },
    async limitTo(cents) {
      await portal.parts.db.entities.query('update association set approval_above_cents = $2 where id = $1', [
        portal.world.aqpm.association.id,
        cents,
      ]);
    },
    async counted(table) {
      const rows = await portal.parts.db.entities.query<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      return rows[0]?.count ?? 0;
    },
    async close() {
      await tool.close();
      await browser.close();
      await portal.close();
    },
  };
}
