import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { duesLine, givenInvoice } from '../billing/given-invoices.ts';
import { perform as change } from '../memberships/change-operations.ts';
import { givenEntryPrices } from '../memberships/entry-prices.ts';
import {
  FEBRUARY,
  givenBodies,
  givenMember,
  givenOfficer,
  perform,
  type Bodies,
  type Member,
} from '../memberships/leaving-operations.ts';
import { openPortal } from '../support/portal.ts';
import { LEAVING } from './leaving-words.ts';
import {
  expectAccessibleEverywhere,
  faultsAt,
  openAs,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { LANGUAGES, type Language } from './words.ts';

describe('a member resigns, and moves to another body, in a browser (C10, C11)', () => {
  let setting: Setting;
  let bodies: Bodies;
  let pibc: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    setting = await openSetting(openPortal, ['icu']);
    const { portal } = setting;
    portal.clock.run();
    bodies = await givenBodies(portal);
    pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
    await givenEntryPrices(portal);
  });
  afterAll(() => setting.close());

  const openTheirs = (language: Language, { address }: Member): Promise<Page> =>
    openAs(setting, language, address, 'membership.html');
  const unfold = (page: Page, place: string, name: string): Promise<void> =>
    page.locator(`${place} summary`).filter({ hasText: name }).first().click();
  const fact = (page: Page, place: string, name: string): Promise<string> =>
    page.locator(`${place} dt`).filter({ hasText: name }).first().locator('+ dd').innerText();

  /** Dues of a later year that nobody has paid: a resignation gives them back. */
  async function givenDues({ membership, person }: Member, year: number): Promise<void> {
    const { portal } = setting;
    const { id } = portal.world.oppi;
    const period = Period.of(localDate(`${String(year)}-04-01`), localDate(`${String(year + 1)}-04-01`));
    const lines = [duesLine(id, membership.id, { period })];
    await givenInvoice(portal, id, { personId: person.id }, { membershipId: membership.id, lines });
  }

  it.each(LANGUAGES)(
    'sees what a resignation comes to before it is made, also when that changes, and takes it back: %s',
    async language => {
      const say = LEAVING[language];
      const [givenBack, first, second] = say.givenBack;
      const member = await givenMember(setting.portal, bodies.regular);
      await givenDues(member, 2027);
      const page = await openTheirs(language, member);
      const part = '#resignation';
      const place = `${part} .confirmation`;

      await unfold(page, part, say.resign);
      await press(page, say.show);
      expect(await faultsAt(page, 'input.on')).toEqual([say.mustFill]);
      expect(await faultsAt(page, 'input.reason')).toEqual([say.mustFill]);
      await page.locator('[name="input.on"]').first().fill('2026-01-01');
      await page.locator('[name="input.reason"]').fill('Retraite');
      await press(page, say.show);
      expect(await faultsAt(page, 'input.on')).toEqual([say.notPast]);
      await page.locator('[name="input.on"]').first().fill(FEBRUARY);
      await press(page, say.show);
      await page.getByRole('heading', { name: say.confirm }).waitFor();
      expect(await fact(page, place, givenBack)).toMatch(first);
      expect(await page.locator(`${place} dd`).first().innerText()).toBe(say.statusAfter);
      await expectAccessibleEverywhere(page, language);

      await givenDues(member, 2028);
      await press(page, say.resignNow);
      await page.getByRole('heading', { name: say.changed }).waitFor();
      expect(await fact(page, place, givenBack)).toMatch(second);
      await expectAccessibleEverywhere(page, language);
      await page.getByRole('button', { name: say.resignNow }).dblclick();
      await page.locator(`${part} > .status`).getByText(say.resigned).waitFor();
      expect(await page.locator('#stays li').last().innerText()).toContain(say.ended);
      expect(await page.getByRole('button', { name: say.resignNow }).count()).toBe(0);

      await page.locator(part).getByText(say.ends, { exact: true }).waitFor();
      await unfold(page, part, say.takeBack);
      const [nothing, amount] = say.nothing;
      expect(await fact(page, place, nothing)).toMatch(amount);
      await expectAccessibleEverywhere(page, language);
      await page.getByRole('button', { name: say.stay }).dblclick();
      await page.locator(`${part} > .status`).getByText(say.takenBack).waitFor();
      expect(await page.locator('#stays li').count()).toBe(1);
      await page.locator(`${part} summary`).filter({ hasText: say.resign }).waitFor();
      const written = await setting.portal.parts.db.entities.query<{ act: string }[]>(
        `select act from audit_entry where subject_id = $1 and act in ('resignMembership', 'withdrawResignation')
         order by act`,
        [member.membership.id],
      );
      expect(written.map(({ act }) => act)).toEqual(['resignMembership', 'withdrawResignation']);
    },
  );

  it.each(LANGUAGES)(
    'hears that another window was faster, and resigns once where the answer was lost: %s',
    async language => {
      const say = LEAVING[language];
      const { portal } = setting;
      const member = await givenMember(portal, bodies.regular);
      const page = await openTheirs(language, member);
      const part = '#resignation';
      const told = page.locator(`${part} > .status`);
      const elsewhere = async (
        act: 'resignMembership' | 'withdrawResignation',
        typed = {},
      ): Promise<void> => {
        const input = { membershipId: member.membershipId, shownTotalCents: 0, ...typed };
        const { __typename } = await change(portal, act, input, await member.asked());
        expect(__typename).toMatch(/Success$/);
      };
      const typeResignation = async (): Promise<void> => {
        await unfold(page, part, say.resign);
        await page.locator('[name="input.on"]').first().fill(FEBRUARY);
        await page.locator('[name="input.reason"]').fill('Retraite');
        await press(page, say.show);
      };
      const expectOvertaken = async (): Promise<void> => {
        await told.getByText(say.overtaken, { exact: true }).waitFor();
        expect(await page.locator(`${part} .summary:visible`).count()).toBe(0);
      };

      await typeResignation();
      await page.getByRole('heading', { name: say.confirm }).waitFor();
      await elsewhere('resignMembership', { on: FEBRUARY, reason: 'Retraite' });
      await press(page, say.resignNow);
      await expectOvertaken();
      await page.locator(part).getByText(say.ends, { exact: true }).waitFor();
      await expectAccessibleEverywhere(page, language);

      await unfold(page, part, say.takeBack);
      await elsewhere('withdrawResignation');
      await press(page, say.stay);
      await expectOvertaken();
      await elsewhere('resignMembership', { on: FEBRUARY, reason: 'Retraite' });
      await typeResignation();
      await expectOvertaken();
      await elsewhere('withdrawResignation');
      await page.reload();
      await typeResignation();
      await page.getByRole('heading', { name: say.confirm }).waitFor();
      await page.route(portal.endpoint, async route => {
        if (route.request().postData()?.includes('resignMembership')) await route.fetch();
        await route.abort();
      });
      await press(page, say.resignNow);
      await page.locator(`${part} .summary:visible`).waitFor();
      await page.unroute(portal.endpoint);
      await press(page, say.resignNow);
      await told.getByText(say.resigned).waitFor();
    },
  );

  it.each(LANGUAGES)(
    'asks for a transfer by what it costs, follows it, and withdraws it: %s',
    async language => {
      const say = LEAVING[language];
      const { portal } = setting;
      const member = await givenMember(portal, bodies.regular);
      const page = await openTheirs(language, member);
      const part = '#transfers';
      const told = page.locator(`${part} > .status`);
      const typeRequest = async (body: string): Promise<void> => {
        await page.getByRole('radio', { name: new RegExp(body) }).check();
        await press(page, say.goOn);
      };
      const typeDetails = async (): Promise<void> => {
        await page.getByRole('radio', { name: 'WESTERN' }).check();
        await page.locator(`${part} [name="input.on"]`).fill(FEBRUARY);
        await press(page, say.show);
        await page.getByRole('heading', { name: say.confirmTransfer }).waitFor();
      };
      const wanted = {
        membershipId: member.membershipId,
        toAssociationId: toPublicId('Association', portal.world.pibc.id),
        toClassId: toPublicId('MembershipClass', bodies.western.id),
        on: FEBRUARY,
        shownTotalCents: 84_00,
      };

      await page.getByText(say.noTransfer).waitFor();
      await unfold(page, part, say.ask);
      await press(page, say.goOn);
      expect(await faultsAt(page, 'input.toAssociationId')).toEqual([say.mustFill]);
      await typeRequest('Institut canadien des urbanistes');
      await page.getByText(say.noClass).waitFor();
      await typeRequest('British Columbia');
      await typeDetails();
      const [cost, paidUntil] = say.entry;
      const facts = await page.locator(`${part} .confirmation > dl dd`).allInnerTexts();
      expect(facts).toEqual([paidUntil, expect.stringMatching(cost)]);
      await expectAccessibleEverywhere(page, language);

      // From another window it is asked for meanwhile.
      await perform(portal, 'requestTransfer', wanted, await member.asked());
      await press(page, say.askNow);
      await told.getByText(say.open).waitFor();
      expect(await page.locator(`${part} .entries dd`).first().innerText()).toBe(say.pending);
      // By the calendar of the body that receives, three hours behind.
      const [answerBy, lastDay] = say.answerBy;
      expect(await fact(page, part, answerBy)).toBe(lastDay);
      await expectAccessibleEverywhere(page, language);
      await unfold(page, part, say.withdraw);
      await page.getByRole('button', { name: say.withdrawNow }).dblclick();
      await told.getByText(say.withdrawn).waitFor();

      await unfold(page, part, say.ask);
      await typeRequest('British Columbia');
      await typeDetails();
      await page.getByRole('button', { name: say.askNow }).dblclick();
      await told.getByText(say.asked).waitFor();
      expect(await page.locator(`${part} .entries > li`).count()).toBe(2);

      // The office is faster than a second thought.
      const [waiting] = await portal.parts.db.entities.query<{ id: string }[]>(
        'select id from membership_transfer where membership_id = $1 and ended_at is null',
        [member.membership.id],
      );
      const transferId = toPublicId('MembershipTransfer', waiting?.id as never);
      const reason = 'Dossier incomplet';
      await perform(portal, 'decideTransfer', { transferId, decision: 'REFUSE', reason }, await pibc.asked());
      await unfold(page, part, say.withdraw);
      await page.getByRole('button', { name: say.withdrawNow }).click();
      await told.getByText(say.refused).waitFor();
      const states = page.locator(`${part} .entries > li`).locator('dd:first-of-type');
      expect((await states.allInnerTexts()).sort()).toEqual([...say.states].sort());
      await page.getByText(reason).waitFor();
      await expectAccessibleEverywhere(page, language);
    },
  );
});
