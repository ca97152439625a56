import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { codeMailedTo, givenOffice, issue, newAddress, type Office } from '../invitations/operations.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { focused, openDesk, openTool, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('invitations in the staff’s own tool (B1, B6, B12)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let office: Office;
  let organization: OrganizationEntity;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Luc D’Astous' });
    organization = await givenOrganization(portal);
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const atWork = (path: string, language: 'fr' | 'en' = 'fr'): Promise<void> =>
    desk.atWork(office.account, path, { language });

  const fieldsSent = (): Promise<Record<string, string>> =>
    page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('main form');
      return Object.fromEntries([...new FormData(form!)].map(([name, value]) => [name, value as string]));
    });

  it('invites a delegate of an organization that was searched for, and the mail comes', async () => {
    const address = newAddress();

    await atWork('organizations');
    await page.fill('#search', 'productions bor');
    await press(page, '[role=search] button');
    await press(page, 'text=Inviter des délégués pour Productions Boréales');
    await page.fill('#people', `${address}; Jean; Tremblay`);
    await page.check('[value=PRINCIPAL]');
    await page.check('[value=FR_CA]');
    await press(page, 'main button');
    await portal.runDue();

    expect(await focused(page)).toBe('1 invitation envoyée sur 1.');
    expect(await page.innerText('.rows')).toContain('Invitation envoyée');
    const mail = portal.mailbox.lastTo(address);
    expect(mail.subject).toContain('votre invitation');
    expect(mail.text).toContain('Productions Boréales');
  });

  it('invites several people at once, and says of each row what became of it', async () => {
    const [good, nameless] = [newAddress(), newAddress()];

    await atWork('invite', 'en');
    await page.fill('#people', [`${good}; Grace; MacDonald-Wu`, nameless, 'not an address; A; B'].join('\n'));
    await page.check('[value=EN_CA]');
    await press(page, 'main button');

    expect(await focused(page)).toBe('1 invitation of 3 sent.');
    const rows = await page.locator('.rows > li').allInnerTexts();
    expect(rows[0]).toContain('Invitation sent');
    expect(rows[1]).toContain('Say who is invited');
    expect(rows[2]).toContain('Not an e-mail address');

    await press(page, 'text=Correct the lines that were not sent');

    expect(await page.inputValue('#people')).toBe(`${nameless}\nnot an address; A; B`);
    expect(await page.isChecked('[value=EN_CA]')).toBe(true);
  });

  it('keeps the answers and says beside each field what must be corrected', async () => {
    await atWork(`invite?organization=${toPublicId('Organization', organization.id)}`);
    await page.fill('#people', `${newAddress()}; Jean; Tremblay; et encore`);
    await press(page, 'main button');

    expect(await focused(page)).toContain('Rien n’a encore été envoyé');
    expect(await page.innerText('#people-faults')).toBe(
      'Ligne 1\u00A0: plus de trois parties. Gardez l’adresse, le prénom et le nom.',
    );
    expect(await page.innerText('#roles-faults')).toBe('Choisissez au moins un rôle.');
    expect(await page.innerText('#locale-faults')).toBe('Choisissez la langue du courriel.');
    expect(await page.inputValue('#people')).toContain('Jean; Tremblay; et encore');
  });

  it('sends once when the form is sent twice', async () => {
    const address = newAddress();
    await atWork('invite');
    await page.fill('#people', `${address}; Une; Fois`);
    await page.check('[value=FR_CA]');

    const form = await fieldsSent();
    const send = () => page.request.post(`${tool.url}/fr/invite`, { form });
    const both = await Promise.all([send(), send()]);
    await portal.runDue();

    expect(await Promise.all(both.map(answer => answer.text()))).toEqual([
      expect.stringContaining('1 invitation envoyée sur 1.'),
      expect.stringContaining('1 invitation envoyée sur 1.'),
    ]);
    expect(portal.mailbox.to(address)).toHaveLength(1);
  });

  it('sends an invitation again with another code, then withdraws it', async () => {
    const address = newAddress();
    await atWork('invite');
    await page.fill('#people', `${address}; Zoë; St-Onge`);
    await page.check('[value=FR_CA]');
    await press(page, 'main button');
    await portal.runDue();
    const list = `${tool.url}/fr/invitations?state=PENDING&search=${address}`;

    await page.goto(list);
    expect(await page.innerText('.rows')).toContain('En attente');
    expect(await page.innerText('.rows')).toContain('Envoyé');
    await press(page, `button:has-text("Renvoyer")`);
    await portal.runDue();

    expect(await focused(page)).toContain('Le code précédent ne fonctionne plus');
    const [first, second] = portal.mailbox.to(address).map(mail => /#code=([0-9a-f-]+)/.exec(mail.text)?.[1]);
    expect(second).toBeDefined();
    expect(second).not.toBe(first);

    await press(page, `button:has-text("Retirer")`);
    expect(await focused(page)).toContain('est retirée');
    expect(await page.innerText('main')).toContain('0 invitation');

    await page.goto(list.replace('PENDING', 'REVOKED'));
    expect(await page.innerText('.rows')).toContain('Retirée');
    await press(page, 'text=Inviter Zoë St-Onge de nouveau');
    expect(await page.inputValue('#people')).toBe(address);
    expect(await page.innerText('main')).toContain('Zoë St-Onge');
  });

  it.each([
    ['fr', 'État du courriel', 'En attente d’envoi', 'Envoyé', 'Courriel préparé le', 'Courriel envoyé le'],
    ['en', 'State of the e-mail', 'Waiting', 'Sent', 'E-mail prepared on', 'E-mail sent on'],
  ] as const)(
    'shows subject, state and dates of the mail, and nothing that it says (%s)',
    async (language, stateLabel, waiting, sent, queuedOn, sentOn) => {
      const { email } = await issue(portal, office, {
        givenName: 'Jean',
        familyName: `Courriel ${language}`,
      });
      const facts = async (): Promise<Record<string, string | undefined>> => {
        await atWork(`invitations?search=${email}`, language);
        return page.evaluate(() =>
          Object.fromEntries(
            [...document.querySelectorAll('.rows dt')].map(term => [
              term.textContent,
              term.nextElementSibling?.textContent.trim(),
            ]),
          ),
        );
      };

      const before = await facts();
      const code = await codeMailedTo(portal, email);
      const after = await facts();

      const { subject } = portal.mailbox.lastTo(email);
      expect(await page.innerText('.rows [lang=fr-CA]')).toBe(subject);
      expect(Object.values(before)).toContain(subject);
      expect(before[stateLabel]).toBe(waiting);
      expect(before[queuedOn]).toMatch(/2026/);
      expect(before[sentOn]).toBeUndefined();
      expect(after[stateLabel]).toBe(sent);
      expect(after[sentOn]).toMatch(/2026.*\d{1,2}/);
      expect(await page.content()).not.toContain(code);
    },
  );

  it('refuses the same form with other answers, and sends it when it is sent again', async () => {
    const [first, second] = [newAddress(), newAddress()];
    await atWork('invite', 'en');
    await page.fill('#people', `${first}; Une; Personne`);
    await page.check('[value=EN_CA]');
    const form = await fieldsSent();
    await press(page, 'main button');

    await page.goto(`${tool.url}/en/invite`);
    await page.evaluate(
      key => document.querySelector('main [name=key]')?.setAttribute('value', key),
      form['key'] ?? '',
    );
    await page.fill('#people', `${second}; Autre; Personne`);
    await page.check('[value=EN_CA]');
    await press(page, 'main button');
    expect(await page.innerText('[role=alert]')).not.toBe('');
    await press(page, 'main button');
    await portal.runDue();

    expect(await focused(page)).toBe('1 invitation of 1 sent.');
    expect(portal.mailbox.to(second)).toHaveLength(1);
  });

  it('does nothing for a form that did not come from its own page', async () => {
    await issue(portal, office, { givenName: 'Jean', familyName: 'Tremblay' });
    await atWork('invitations');
    await portal.runDue();
    const before = portal.mailbox.mails.length;

    await page.evaluate(() =>
      document.querySelector('main form [name=token]')?.setAttribute('value', 'autre'),
    );
    await press(page, 'main form[action*=resend] button');
    await portal.runDue();

    expect(await page.innerText('h1')).toBe('Formulaire périmé');
    expect(portal.mailbox.mails).toHaveLength(before);
  });

  it('invites the holder of a membership, whose name nobody types again', async () => {
    const memberClass = await givenClass(portal, {
      code: 'ASSOCIE',
      nameFr: 'Membre associé',
      nameEn: 'Associate',
    });
    const { id: personId } = await givenPerson(portal, {
      givenName: 'Étienne',
      familyName: 'Lachance-Ouellet',
    });
    await givenMembership(portal, memberClass, { personId }, { memberNumber: '2002' });
    const address = newAddress();

    await atWork('members?search=lachance');
    expect(await page.innerText('.rows')).toContain('Membre associé');
    await press(page, 'text=Inviter Étienne');
    expect(await page.innerText('main dl')).toContain('Lachance-Ouellet');
    await page.fill('#people', address);
    await page.check('[value=FR_CA]');
    await press(page, 'main button');
    await portal.runDue();

    expect(await focused(page)).toBe('1 invitation envoyée sur 1.');
    expect(portal.mailbox.lastTo(address).text).toContain('Étienne Lachance-Ouellet');
  });

  it('says that there is nothing where an address names somebody of another association', async () => {
    const theirs = await givenOrganization(portal, { associationId: portal.world.acps.association.id });

    await atWork(`invite?organization=${toPublicId('Organization', theirs.id)}`, 'en');

    expect(await page.innerText('h1')).toBe('Page not found');
  });
});
