import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import type { MembershipClassEntity } from '../../src/modules/memberships/index.ts';
import { openMergeTask } from '../../src/modules/people/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { approving, givenTwoDelegates, perform, personId } from '../organizations/delegate-operations.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { seconds } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { focused, openDesk, openTool, overflow, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('the daily work in the staff’s own tool (B8, C4, C13, M1, Z15, Z16)', () => {
  let portal: Realm;
  let browser: TestBrowser;
  let tool: StaffTool;
  let desk: Desk;
  let page: Page;
  let office: Office;
  let second: Office;
  let head: Office;
  let ofPeople: MembershipClassEntity;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openRealm(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy' });
    second = await givenOffice(portal, { name: 'Rosalie Relève' });
    head = await givenOffice(portal, { name: 'Hubert Aquin', role: StaffRole.ADMIN });
    ofPeople = await givenClass(portal);
    const { id: holder } = await givenPerson(portal, { givenName: 'Zoé', familyName: 'Dion' });
    await givenMembership(portal, ofPeople, { personId: holder }, { memberNumber: '2002' });
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
  const csv = (content: string): Promise<void> =>
    page.setInputFiles('#file', { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

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
    await press(page, 'text=Décider de la transmission pour Productions Boréales');
    await send();
    expect(await focused(page)).toContain('Choisissez d’approuver ou de refuser.');
    await tick('Refuser');
    await send();
    await accessible();
    expect(await page.getAttribute('#reason', 'aria-invalid')).toBe('true');
    await page.fill('#reason', 'Procès-verbal manquant');
    await send();

    expect(await focused(page)).toContain('La transmission pour Productions Boréales est refusée.');
    expect(await inEnglish()).toContain('No hand-over is under way.');
  });

  it('proposes a merge, which a second person approves, and undoes it', async () => {
    const [kept, twin] = await Promise.all(
      ['Gagnon', 'Gagnon-Roy'].map(familyName => givenPerson(portal, { givenName: 'Zoé', familyName })),
    );
    await givenMembership(portal, ofPeople, { personId: twin!.id }, { memberNumber: '3003' });
    await portal.parts.db.entities.query('update association set second_person_above = 0 where id = $1', [
      portal.world.aqpm.association.id,
    ]);
    await portal.parts.db.transaction(tx =>
      openMergeTask(portal.parts, tx, {
        associationId: portal.world.aqpm.association.id,
        keptPersonId: kept!.id,
        otherPersonId: twin!.id,
      }),
    );
    await desk.atWork(office.account, `people/person?person=${toPublicId('Person', kept!.id)}`);
    await press(page, 'text=Fusionner avec un autre dossier');
    expect(await text()).toContain('Cherchez d’abord l’autre dossier par son nom.');
    await page.fill('#search', 'gagnon');
    await send();
    await accessible();
    await press(page, 'text=Choisir Zoé Gagnon-Roy');
    await send();
    expect(await page.getAttribute('#reason', 'aria-invalid')).toBe('true');
    await accessible();
    await page.fill('#reason', 'Même naissance');
    await send();
    expect(await focused(page)).toContain('Elle prend effet quand une autre personne l’approuve.');
    expect(await page.getByRole('button', { name: 'Approuver' }).count()).toBe(0);
    await accessible();

    await desk.atWork(second.account, 'merges/tasks', { language: 'en', width: 360 });
    expect(await text()).toContain('Zoé Gagnon and Zoé Gagnon-Roy');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await accessible();
    await press(page, 'text=They are two people');
    expect(await text()).toContain('No duplicate waits for a decision.');
    await press(page, 'text=See the merges');
    await press(page, 'text=Approve the merge: Zoé Gagnon-Roy into Zoé Gagnon');
    expect(await focused(page)).toBe('The merge is made.');
    await accessible();
    await press(page, 'text=Undo the merge');
    await accessible();
    await page.fill('#reason', 'Jumelles');
    await send();
    expect(await focused(page)).toBe('The two records are apart again.');
    expect(await text()).toContain('Undone');
  });

  it('imports a file: a report by row and column first, then all of it at once', async () => {
    await desk.atWork(office.account, 'imports');
    expect(await text()).toContain('Rien n’a été importé pour le moment.');
    await press(page, 'main >> text=Importer un fichier');
    await send();
    expect(await focused(page)).toContain('Choisissez ce que contient le fichier.');
    await accessible();
    const fill = async (content: string): Promise<void> => {
      await tick('Personnes');
      await page.fill('#source', 'ancien');
      await csv(content);
      await send();
    };
    await tick('Personnes');
    await send();
    expect(await focused(page)).toContain('Choisissez un fichier.');
    await fill('%PDF-1.7\nce n’est pas une table');
    expect(await focused(page)).toContain('Le contenu de ce fichier n’est pas d’un type accepté');

    await fill('identifiant;prénom;nom;langue\n1;Zoé;Écuyer;fr\n2;Luc;Xanthe;klingon\n');
    expect(await text()).toContain('Lu à 0');
    await accessible();
    await portal.runDue();
    await press(page, 'text=Voir où cela en est');
    expect(await page.innerText('tbody tr')).toMatch(/^3\s+langue\s+\S/);
    expect(await text()).toContain('Corrigez le fichier à la source');
    await accessible();
    expect(await inEnglish()).toContain('1 fault');

    await press(page, 'text=Import a file');
    await tick('People');
    await page.fill('#source', 'ancien');
    await csv('id,given name,family name,language\n1,Zoé,Écuyer,fr\n2,Luc,Xanthe,en\n');
    await send();
    await portal.runDue();
    await page.reload();
    expect(await text()).toContain('No row has to be corrected.');
    await press(page, 'text=Write what this report says');
    await portal.runDue();
    await page.reload();
    expect(await text()).toContain('All of it is written.');
    expect(await text()).toMatch(/New records\s+2/);
    await press(page, 'text=See the imports');
    expect(await text()).toContain('3 imports, the latest first.');
    await accessible();
  });

  it('invites everybody of a file, stops and goes on, and shows what came to each', async () => {
    await desk.atWork(office.account, 'invitations');
    await press(page, 'text=Inviter à partir d’un fichier ou d’une sélection');
    expect(await text()).toContain('Aucun envoi n’a été fait.');
    await press(page, 'text=Commencer un envoi');
    await send();
    expect(await focused(page)).toContain('Choisissez qui inviter.');
    await accessible();
    await tick('Les personnes d’un fichier');
    await csv('courriel;numéro de membre\nzoe@maboite.example;2002\npas une adresse;2002\n');
    await send();
    await accessible();
    await press(page, 'text=Arrêter l’envoi');
    expect(await focused(page)).toContain('L’envoi est arrêté.');
    await portal.runDue();
    expect(portal.mailbox.to('zoe@maboite.example')).toEqual([]);
    await press(page, 'text=Reprendre l’envoi');
    await portal.runDue();
    await press(page, 'text=Voir où cela en est');

    expect(await page.innerText('tbody')).toMatch(/2\s+zoe@maboite.example\s+Invitation envoyée/);
    expect(await page.innerText('tbody')).toContain('Adresse courriel non valide');
    expect(portal.mailbox.to('zoe@maboite.example')).toHaveLength(1);
    await accessible();
    await page.selectOption('#outcome-of', 'BAD_ADDRESS');
    await send();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await inEnglish()).toContain('Not an e-mail address');
    await press(page, 'text=See the runs');
    await accessible();
    await press(page, 'text=Start a run');
    await tick('Members without an account');
    await send();
    expect(await text()).toContain('Reading the list');
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

  const personOf = async ({ account }: Office): Promise<PersonId> => {
    const [row] = await portal.parts.db.entities.query<{ id: PersonId }[]>(
      'select id from person where account_id = $1',
      [account.id],
    );
    return row!.id;
  };
});
