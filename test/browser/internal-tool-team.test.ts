import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { approving, givenTwoDelegates, perform, personId } from '../organizations/delegate-operations.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { seconds } from '../support/fake-clock.ts';
import { focused, openDesk, openTool, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('hand-overs, the staff and the trail in the staff’s own tool (C4, Z16)', () => {
  let portal: Realm;
  let browser: TestBrowser;
  let tool: StaffTool;
  let desk: Desk;
  let page: Page;
  let office: Office;
  let second: Office;
  let head: Office;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openRealm(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy' });
    second = await givenOffice(portal, { name: 'Rosalie Relève' });
    head = await givenOffice(portal, { name: 'Hubert Aquin', role: StaffRole.ADMIN });
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const text = (): Promise<string> => page.innerText('main');
  const accessible = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
  };
  const inEnglish = async (): Promise<string> => {
    await press(page, 'header >> text=English');
    await accessible();
    return text();
  };
  const send = (): Promise<void> => press(page, 'main button.main');
  const tick = (name: string): Promise<void> => page.getByRole('radio', { name }).check();

  it('decides on a hand-over that waits, with a reason where it refuses', async () => {
    const { organizationId, principal, other } = await givenTwoDelegates(portal);
    const offer = { organizationId, toPersonId: personId(other), remainingRoles: ['CONTACT'] };
    const { organization } = await perform(portal, 'offerPrincipalHandover', offer, principal);
    const { id: handoverId } = organization!.principalHandover!;
    await desk.atWork(office.account, 'handovers');
    expect(await text()).toContain('Attend la réponse de la personne à qui la place est offerte');
    await approving(portal, portal.world.aqpm.association.id, () =>
      perform(portal, 'acceptPrincipalHandover', { handoverId }, other),
    );

    await page.reload();
    await accessible();
    await press(page, 'text=Décider de l’offre pour Productions Boréales');
    await send();
    expect(await focused(page)).toContain('Choisissez d’approuver ou de refuser.');
    await tick('Refuser');
    await send();
    await accessible();
    expect(await page.getAttribute('#reason', 'aria-invalid')).toBe('true');
    await page.fill('#reason', 'Procès-verbal manquant');
    await send();

    expect(await focused(page)).toContain('L’offre pour Productions Boréales est refusée.');
    expect(await inEnglish()).toContain('No hand-over is under way.');
  });

  it('gives and ends roles on the staff, for administrators', async () => {
    const person = toPublicId('Person', await personOf(second));
    await desk.atWork(head.account, `people/person?person=${person}`);
    await press(page, 'text=Donner un rôle dans le personnel');
    await accessible();
    await tick('Finances');
    await page.fill('#lastDay', 'demain');
    await send();
    expect(await page.getAttribute('#lastDay', 'aria-invalid')).toBe('true');
    await page.fill('#lastDay', '2030-03-31');
    await send();
    expect(await focused(page)).toContain('Rosalie Relève fait maintenant partie du personnel');
    expect(await text()).toContain('31 mars 2030');
    await accessible();

    await press(page, 'header >> text=English');
    await page.selectOption('#role', 'FINANCE');
    await send();
    await press(page, 'text=End the role of Rosalie Relève');
    await accessible();
    await send();
    expect(await focused(page)).toBe('The role of Rosalie Relève has ended.');

    for (const closed of ['staff', 'audit']) {
      await desk.atWork(office.account, closed);
      expect(await page.innerText('h1')).toBe('Hors de vos rôles');
    }
  });

  it('reads the trail page by page, and takes a table of it along', async () => {
    // Reading the trail stands in it too, which fills a page.
    const read =
      'query ($filter: AuditTrailFilter!) { auditTrail(filter: $filter, first: 1) { totalCount } }';
    const filter = { associationId: head.associationId };
    await Promise.all(Array.from({ length: 20 }, () => portal.graphql(read, { filter }, head.asked)));
    await desk.atWork(head.account, 'audit');
    await accessible();
    const newest = await page.innerText('.rows > li');
    await press(page, 'text=Page suivante');
    expect(await page.innerText('.rows')).not.toContain(newest);
    await page.goBack();
    expect(await page.innerText('.rows')).toContain(newest);
    expect(await page.locator('text=Page précédente').count()).toBe(0);
    await page.fill('#act', 'endStaffAssignment');
    await page.fill('#from', 'hier');
    await send();
    expect(await focused(page)).toContain('Écrivez le jour comme 2026-11-22.');
    await accessible();
    await page.fill('#from', '2026-11-01');
    await send();
    expect(await page.locator('.rows > li').count()).toBe(1);
    expect(await text()).toContain('Hubert Aquin');

    // A table holds what happened before it was asked for.
    portal.clock.advance(seconds(1));
    await press(page, 'text=Demander la table');
    expect(await text()).toContain('La table est en cours d’écriture');
    await accessible();
    await portal.runDue();
    await page.reload();
    const link = await page.getByRole('link', { name: 'Télécharger la table' }).getAttribute('href');
    expect(await (await fetch(link ?? '')).text()).toContain('endStaffAssignment');
    expect(await inEnglish()).toContain('Download the table');
    expect(desk.strayed).toEqual([]);
  });

  it('tells an administrator who ends their own role that it has ended', async () => {
    const leaving = await givenOffice(portal, { name: 'Émilie Adam', role: StaffRole.ADMIN });
    await desk.atWork(leaving.account, 'staff');
    await press(page, 'text=Mettre fin au rôle : Émilie Adam');
    await send();

    expect(await focused(page)).toBe('Ce rôle a pris fin\u00A0: Émilie Adam.');
    expect(await text()).toContain('Émilie Adam n’a aucun rôle dans le personnel');
    await accessible();
  });

  const personOf = async ({ account }: Office): Promise<PersonId> => {
    const [row] = await portal.parts.db.entities.query<{ id: PersonId }[]>(
      'select id from person where account_id = $1',
      [account.id],
    );
    return row!.id;
  };
});
