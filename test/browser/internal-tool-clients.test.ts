import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { generateKeyPairSync } from 'node:crypto';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { clientSeen, givenClient, givenRealmAdministrator, isAccepted } from '../integrations/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  focused,
  openDesk,
  openTool,
  overflow,
  press,
  signIn,
  type Desk,
  type StaffTool,
} from './staff-tool.ts';

describe('clients in the staff’s own tool (L3)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let office: Office;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy', role: StaffRole.ADMIN });
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const TELEPHONE = { language: 'en', width: 360 } as const;
  const shownKey = (): Promise<string> => page.innerText('code.key');

  it('an administrator registers a site, and its key works at once', async () => {
    portal.clock.advance(1);
    await desk.atWork(office.account, '');
    await press(page, 'nav >> text=Clients');
    await press(page, 'text=Inscrire un client');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.fill('#name', 'Site des régions');
    await page.fill('#origins', 'https://regions.aqpm.example\nhttps://aqpm.example/');
    await press(page, 'main button');
    expect(await focused(page)).toContain('Écrivez l’origine comme les navigateurs l’envoient');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.fill('#origins', 'https://regions.aqpm.example');
    await press(page, 'main button');
    const key = await shownKey();

    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isAccepted(portal, key)).toBe(true);
    await press(page, 'text=Voir les clients');
    const first = await page.innerText('.rows > li:first-child');
    expect(first).toContain('Site des régions');
    expect(first).toContain(key);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(desk.strayed).toEqual([]);
  });

  it('a tool’s key is shown once, in English as well', async () => {
    await desk.atWork(office.account, 'clients/register', TELEPHONE);
    await page.fill('#name', 'Newsletter service');
    await page.check('[value=SECRET]');
    await page.check('[value=MEMBERS_READ]');
    await press(page, 'main button');

    expect(await focused(page)).toBe('Copy this key now: it is shown this once.');
    const key = await shownKey();
    expect(await isAccepted(portal, key)).toBe(true);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.reload();
    expect(await page.innerText('main')).toContain('This key has been shown already.');
    await press(page, 'text=See the clients');
    expect(await page.innerText('main')).not.toContain(key);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('a key is replaced, and the earlier one lives on for a day', async () => {
    const { id, key: old } = await givenClient(portal, portal.world.aqpm.association, {
      name: 'À renouveler',
    });
    await desk.atWork(office.account, 'clients');

    await press(page, 'text=Remplacer la clé du client À renouveler');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, 'main button');

    const key = await shownKey();
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([true, true]);
    await page.goto(`${tool.url}/fr/clients/rotate?client=${id}`);
    await page.check('[value="0"]');
    await press(page, 'main button');
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([false, false]);
    expect(await isAccepted(portal, await shownKey())).toBe(true);
  });

  it('everything about a site is changed from its page, and what is wrong is said at its field', async () => {
    const { id } = await givenClient(portal, portal.world.aqpm.association, { name: 'Bibliothèque' });
    await desk.atWork(office.account, 'clients');
    await press(page, 'text=Réglages du client Bibliothèque');
    expect(await accessibilityFaults(page)).toEqual([]);
    const open = (way: string) => press(page, `main a:text-is("${way}")`);
    const save = async (): Promise<string> => {
      await press(page, 'main button');
      return focused(page);
    };

    await open('Nom affiché');
    await page.fill('#displayNameFr', 'La bibliothèque');
    expect(await save()).toContain('dans les deux langues, ou dans aucune');
    expect(await page.getAttribute('#displayNameEn', 'aria-invalid')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.fill('#displayNameEn', 'The library');
    expect(await save()).toBe('Le nom affiché du client Bibliothèque est enregistré.');
    expect(await accessibilityFaults(page)).toEqual([]);

    await open('Origines');
    await page.fill('#origins', 'https://biblio.aqpm.example');
    expect(await save()).toContain('Les origines du client Bibliothèque sont enregistrées');

    await open('Pages ouvertes par les courriels');
    await page.fill('#INVITATION-FR_CA', 'https://biblio.aqpm.example/invitation');
    await page.fill('#PASSWORD_RESET-EN_CA', 'http://biblio.aqpm.example/password');
    expect(await save()).toContain('Écrivez l’adresse https complète');
    expect(await page.getAttribute('#PASSWORD_RESET-EN_CA', 'aria-invalid')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.fill('#PASSWORD_RESET-EN_CA', 'https://biblio.aqpm.example/password');
    expect(await save()).toContain('Les pages du client Bibliothèque sont enregistrées');

    await open('Adresses de retour');
    await page.fill('#redirectUris', 'https://biblio.aqpm.example/retour');
    await page.fill('#backchannelLogoutUri', 'https://biblio.aqpm.example/ferme');
    await save();
    await open('Mot de passe');
    await page.check('[value=DIRECT]');
    expect(await save()).toContain('Seule une personne qui administre tout le service');
    expect(await page.innerText('main')).toContain('Adressez-vous à son exploitant');
    expect(await accessibilityFaults(page)).toEqual([]);
    await givenRealmAdministrator(portal, office);
    await page.check('[value=DIRECT]');
    expect(await save()).toContain('L’endroit où taper le mot de passe');

    expect(await clientSeen(portal, id, office.asked)).toMatchObject({
      displayNames: { fr: 'La bibliothèque', en: 'The library' },
      origins: ['https://biblio.aqpm.example'],
      pages: [
        { page: 'INVITATION', locale: 'FR_CA', url: 'https://biblio.aqpm.example/invitation' },
        { page: 'PASSWORD_RESET', locale: 'EN_CA', url: 'https://biblio.aqpm.example/password' },
      ],
      redirectUris: ['https://biblio.aqpm.example/retour'],
      backchannelLogoutUri: 'https://biblio.aqpm.example/ferme',
      signInMode: 'DIRECT',
    });
    expect(desk.strayed).toEqual([]);
  });

  it('a tool gets its scopes and key pairs, in English and on a telephone as well', async () => {
    const { id } = await givenClient(portal, portal.world.aqpm.association, {
      name: 'Newsletter',
      kind: 'SECRET',
    });
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const set = (key: typeof publicKey): string =>
      JSON.stringify({ keys: [{ ...key.export({ format: 'jwk' }), kid: 'autumn' }] });
    await desk.atWork(office.account, `clients/client?client=${id}`, TELEPHONE);
    expect(await page.innerText('main')).not.toContain('Origins,');

    await press(page, 'main a:text-is("Scopes")');
    await page.uncheck('[value=CLIENTS_MANAGE]');
    await press(page, 'main button');
    await press(page, 'main a:text-is("Key pairs")');
    await page.fill('#jwks', set(privateKey));
    await press(page, 'main button');
    expect(await focused(page)).toContain('private key');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.fill('#jwks', set(publicKey));
    await press(page, 'main button');

    expect(await focused(page)).toBe('The public keys of Newsletter are saved.');
    expect(await page.innerText('main')).toContain('autumn; never used');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await press(page, 'main a:text-is("Key pairs")');
    expect(await page.inputValue('#jwks')).toContain('"kid": "autumn"');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const seen = await clientSeen(portal, id, office.asked);
    expect(seen?.scopes).not.toContain('CLIENTS_MANAGE');
    expect(seen?.publicKeys).toEqual([{ kid: 'autumn', lastUsedAt: null }]);
    const answer = await page.goto(`${tool.url}/en/clients/origins?client=${id}`);
    expect(answer?.status()).toBe(404);
  });

  it('a client is revoked after a warning, and says so', async () => {
    const { key } = await givenClient(portal, portal.world.aqpm.association, { name: 'À retirer' });
    await desk.atWork(office.account, 'clients');

    await press(page, 'text=Révoquer À retirer');
    expect(await page.innerText('main')).toContain('pour toujours');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isAccepted(portal, key)).toBe(true);
    await press(page, 'main button');

    expect(await focused(page)).toBe('À retirer est révoqué. Toutes ses clés sont refusées dès maintenant.');
    expect(await isAccepted(portal, key)).toBe(false);
    const row = page.locator('.rows > li', { hasText: 'À retirer' });
    expect(await row.innerText()).toContain('Révoqué le');
    expect(await row.locator('a').count()).toBe(0);
  });

  it('whoever signed in more than ten minutes ago signs in again, and comes back', async () => {
    const { id, key } = await givenClient(portal, portal.world.aqpm.association, { name: 'Ancien' });
    await desk.atWork(office.account, '');
    portal.clock.advance(minutes(11));
    await page.goto(`${tool.url}/fr/clients/revoke?client=${id}`);
    await press(page, 'main button');
    expect(await page.innerText('main')).toContain('Rien n’a été fait');
    expect(await isAccepted(portal, key)).toBe(true);

    await press(page, 'text=Ouvrir une session de nouveau');
    await signIn(page, office.account.address);
    expect(page.url()).toContain(`/fr/clients/revoke?client=${id}`);
    await press(page, 'main button');

    expect(await isAccepted(portal, key)).toBe(false);
  });

  it('staff of another role are not offered them, and learn nothing by the address', async () => {
    const { account } = await givenOffice(portal, { name: 'Luc D’Astous' });
    await desk.newcomer();
    await signIn(page, account.address);

    expect(await page.innerText('nav')).not.toContain('Clients');
    const answer = await page.goto(`${tool.url}/fr/clients`);
    expect(answer?.status()).toBe(403);
    expect(await page.innerText('h1')).toBe('Hors de vos rôles');
  });
});
