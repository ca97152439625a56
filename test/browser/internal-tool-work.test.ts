import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import type { MembershipClassEntity } from '../../src/modules/memberships/index.ts';
import { openMergeTask } from '../../src/modules/people/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { focused, openDesk, openTool, overflow, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('the daily work in the staff’s own tool (B8, C13, M1, Z15)', () => {
  let portal: Realm;
  let browser: TestBrowser;
  let tool: StaffTool;
  let desk: Desk;
  let page: Page;
  let office: Office;
  let second: Office;
  let ofPeople: MembershipClassEntity;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openRealm(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy' });
    second = await givenOffice(portal, { name: 'Rosalie Relève' });
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
  /** The first of two clicks: the form as it stands is sent, and the window stays at it. */
  const clickOnce = async (file?: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    const form = page.locator('main form[method=post]');
    const fields = await form.evaluate(shown =>
      Object.fromEntries(
        [...new FormData(shown as HTMLFormElement)].flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      ),
    );
    const address = new URL((await form.getAttribute('action')) ?? '', page.url()).href;
    const sent = file ? { multipart: { ...fields, file } } : { form: fields };
    const answer = await page.request.post(address, { ...sent, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
  };
  const tick = (name: string): Promise<void> => page.getByRole('radio', { name }).check();
  const table = (content: string) => ({
    name: 'liste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  const csv = (content: string): Promise<void> => page.setInputFiles('#file', table(content));

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
    expect(await page.locator('dt', { hasText: 'S’annule' }).count()).toBe(0);
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

  it('tells whoever clicks twice that the merge is made, though a record is gone by then', async () => {
    const [kept, twin] = await Promise.all(
      ['Roch', 'Roc'].map(familyName => givenPerson(portal, { givenName: 'Éric', familyName })),
    );
    await portal.parts.db.entities.query('update association set second_person_above = 100 where id = $1', [
      portal.world.aqpm.association.id,
    ]);
    const [keptId, otherId] = [kept!, twin!].map(({ id }) => toPublicId('Person', id));
    await desk.atWork(office.account, `merges/propose?kind=PERSON&kept=${keptId}&other=${otherId}`);
    await page.fill('#reason', 'Même naissance');
    await clickOnce();
    await send();

    expect(await focused(page)).toBe('Les deux dossiers n’en font plus qu’un.');
    await accessible();
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
    expect(await focused(page)).toContain('Nommez le système d’origine');
    await page.fill('#source', 'ancien');
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
    const corrected = 'id,given name,family name,language\n1,Zoé,Écuyer,fr\n2,Luc,Xanthe,en\n';
    await csv(corrected);
    await clickOnce(table(corrected));
    await send();
    expect(await focused(page)).toContain('the import that it started is in this list');
    expect(await text()).toContain('2 imports, the latest first.');
    await accessible();
    await portal.runDue();
    await press(page, '.rows > li:has-text("Waiting") >> text=See the report');
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
    const people = 'courriel;numéro de membre\nzoe@maboite.example;2002\npas une adresse;2002\n';
    await csv(people);
    await clickOnce(table(people));
    await send();
    expect(await focused(page)).toContain('l’envoi qu’il a commencé est dans cette liste');
    expect(await text()).toContain('1 envoi, ');
    await accessible();
    await press(page, 'text=Voir le résultat');
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
});
