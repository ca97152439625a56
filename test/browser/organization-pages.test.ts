import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DelegateRole, type OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import {
  box,
  expectAccessible,
  faultsAt,
  openAs,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';

const PRINCIPAL: DelegateRole = DelegateRole.PRINCIPAL;

/** What a button or a fold is called where it stands beside whom it is about. */
const about = (label: string, who: string): RegExp => new RegExp(`^${label}\\s?: ${who}$`);

describe('the pages of an organization in a browser (B8, B10, C1, C6)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  /** Somebody on file, with an account and maybe a role: their address. */
  async function given(name: string, organization?: OrganizationEntity, role = PRINCIPAL): Promise<string> {
    const { portal } = setting;
    const account = await givenAccount(portal);
    const person = await givenPerson(portal, { givenName: name, familyName: 'Roy', accountId: account.id });
    if (organization) await givenDelegations(portal, organization, person, role);
    return account.address;
  }

  const unfold = (page: Page, name: string | RegExp): Promise<void> =>
    page.locator('summary').filter({ hasText: name }).click();
  const told = (page: Page, panel: string, text: string | RegExp): Promise<void> =>
    page.locator(`#${panel} > .status`).getByText(text).waitFor();
  const pressed = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.locator('form[aria-busy]').waitFor({ state: 'detached' });
  };

  it('the principal delegate invites, gives roles, and keeps sections and coordinates, in French', async () => {
    const { portal } = setting;
    const organization = await givenOrganization(portal);
    const memberClass = await givenClass(portal, { code: 'M', heldBy: 'ORGANIZATION', delegateLimit: 3 });
    await givenMembership(portal, memberClass, { organizationId: organization.id }, { memberNumber: 'M1' });
    await given('Maïté', organization, DelegateRole.CONTACT);
    const page = await openAs(setting, 'fr-CA', await given('Hélène', organization), 'organization.html');
    const delegates = page.locator('#delegates');
    await delegates.getByText(/Places prises, invitations comprises\s: 2 sur 3/).waitFor();
    await page.locator('#requests').getByText('Aucune demande').waitFor();
    await expectAccessible(page);

    // What is missing is said at its field, what is wrong by the service.
    await unfold(page, 'Ajouter un délégué');
    await press(page, 'Envoyer l’invitation');
    expect(await faultsAt(page, 'input.givenName')).toEqual(['Remplissez ce champ.']);
    expect(await delegates.getByText('Cochez au moins une case.', { exact: true }).count()).toBe(1);
    await box(page, 'Prénom').fill('Ana');
    await box(page, 'Nom de famille').fill('Saut');
    await delegates.locator('[name="input.email"]').fill('ana');
    await delegates.locator('details[open] [value=DUES]').check();
    await press(page, 'Envoyer l’invitation');
    expect(await faultsAt(page, 'input.email')).toHaveLength(1);
    await expectAccessible(page);

    const address = 'ana@saut.example';
    await delegates.locator('[name="input.email"]').last().fill(address);
    await page.getByRole('button', { name: 'Envoyer l’invitation' }).dblclick();
    await told(page, 'delegates', `Une invitation est en route vers ${address}.`);
    expect(await delegates.locator('h2:focus').count()).toBe(1);
    await delegates.getByText(/comprises\s: 3 sur 3/).waitFor();
    await portal.runDue();
    expect(portal.mailbox.to(address).map(({ text }) => /#code=[0-9a-f-]+/.test(text))).toEqual([true]);
    await pressed(page, about('Envoyer de nouveau', 'Ana Saut'));
    await told(page, 'delegates', /Un nouveau courriel est en route/);
    await expectAccessible(page);

    await unfold(page, about('Modifier les rôles', 'Maïté Roy'));
    const boxes = delegates.locator('details[open]');
    await boxes.locator('[value=CONTACT]').uncheck();
    await pressed(page, about('Enregistrer les rôles', 'Maïté Roy'));
    await boxes.locator('.faults').getByText('Cochez au moins une case.').waitFor();
    await boxes.locator('[value=VOTING]').check();
    await pressed(page, about('Enregistrer les rôles', 'Maïté Roy'));
    await told(page, 'delegates', /Les rôles sont modifiés\s: Maïté Roy/);
    await delegates.getByText(/^Délégué votant, depuis le/).waitFor();

    await unfold(page, about('Retirer l’invitation', 'Ana Saut'));
    await pressed(page, about('Oui, retirer l’invitation', 'Ana Saut'));
    await told(page, 'delegates', /est retirée/);
    await delegates.getByText('Aucune invitation n’attend de réponse.').waitFor();

    await unfold(page, 'Modifier les sections');
    await page.locator('[name="input.stays.0.sectionId"]').selectOption({ index: 1 });
    await page.locator('[name="input.stays.0.to"]').fill('2020-01-31');
    await press(page, 'Enregistrer les sections');
    expect(await faultsAt(page, 'input.stays.0.to')).toHaveLength(1);
    await expectAccessible(page);
    await page.locator('[name="input.stays.0.to"]').fill('');
    await press(page, 'Enregistrer les sections');
    await told(page, 'sections', 'C’est enregistré.');
    await page
      .locator('#sections li')
      .getByText(/, depuis le/)
      .waitFor();

    await unfold(page, 'Modifier les autres coordonnées');
    await page.locator('[name="input.phones.0.number"]').fill('12');
    await press(page, 'Enregistrer les coordonnées');
    expect(await faultsAt(page, 'input.phones.0.number')).toHaveLength(1);
    await expectAccessible(page);
    await page.locator('[name="input.phones.0.number"]').fill('514 555-0199');
    await press(page, 'Enregistrer les coordonnées');
    await told(page, 'coordinates', 'C’est enregistré.');
    // Where there was no main number, the first one is it from now on.
    expect(await page.locator('[name="input.phone"]').inputValue()).toMatch(/555-0199/);
    await unfold(page, 'Modifier les autres coordonnées');
    await page.locator('[name="input.phones.0.number"]').fill('514 555-0198');
    await press(page, 'Enregistrer les coordonnées');
    await page
      .locator('#coordinates dd')
      .getByText(/514\s555-0198/)
      .waitFor();

    await page.getByRole('link', { name: 'Voir les factures' }).click();
    await page.getByRole('heading', { name: 'Productions Boréales' }).waitFor();
    await page.getByText('Aucune facture.').waitFor();
    await expectAccessible(page);
  });

  it('the place of principal delegate passes from one page to the other', async () => {
    const { portal } = setting;
    const organization = await givenOrganization(portal);
    const maite = await given('Maïté', organization, DelegateRole.VOTING);
    const old = await openAs(setting, 'fr-CA', await given('Hélène', organization), 'organization.html');
    await press(old, 'Offrir la place');
    await old.locator('#handover .faults').getByText('Remplissez ce champ.').waitFor();
    await old
      .locator('#handover select')
      .or(old.getByRole('radio', { name: 'Maïté Roy' }))
      .first()
      .waitFor();
    await old.getByRole('radio', { name: 'Maïté Roy' }).check();
    await old.locator('#handover [value=DUES]').check();
    await old.getByRole('button', { name: 'Offrir la place' }).dblclick();
    await told(old, 'handover', 'Votre place est offerte à Maïté Roy');
    await portal.runDue();
    const offers = portal.mailbox.to(maite).filter(({ text }) => text.includes('Hélène'));
    expect(offers).toHaveLength(1);
    await old.reload();
    await old.getByText('Hélène Roy offre sa place de délégué principal à Maïté Roy').waitFor();
    await expectAccessible(old);

    const page = await openAs(setting, 'en-CA', maite, 'organization.html');
    await page.getByText('Hélène Roy offers the place of principal delegate to Maïté Roy').waitFor();
    const folds = ['Decline the place', 'Leave the organization: Maïté Roy'];
    expect(await page.locator('summary').allTextContents()).toEqual(folds);
    await expectAccessible(page, 'en-CA');
    await press(page, 'Accept the place');
    await page.getByText('The place is yours: you are now the principal delegate.').waitFor();
    await page.locator('summary').getByText('Add a delegate').waitFor();
    await expectAccessible(page, 'en-CA');

    // What the other page still offers is refused, and after a reload gone.
    await unfold(old, 'Retirer l’offre');
    await press(old, 'Oui, retirer l’offre');
    await old.locator('#handover .summary:not([hidden])').waitFor();
    await old.reload();
    await old.getByText(/^Délégué aux cotisations, depuis le/).waitFor();
    expect(await old.locator('#handover').isVisible()).toBe(false);
    expect(await old.locator('summary').allTextContents()).toEqual([
      expect.stringMatching(about('Quitter l’organisation', 'Hélène Roy')),
    ]);
  });

  it('a colleague asks to join, or brings the code, and the principal delegate decides', async () => {
    const { portal, site } = setting;
    const maite = await given('Maïté', await givenOrganization(portal));
    const principal = await openAs(setting, 'en-CA', maite, 'organization.html');
    await principal.getByRole('checkbox', { name: 'Accept requests' }).check();
    await press(principal, 'Save the ways to join');
    await told(principal, 'joining', 'It is saved.');
    await press(principal, 'Make a code');
    const link = await principal.locator('#joining code').last().innerText();
    await expectAccessible(principal, 'en-CA');

    for (let i = 0; i < 20; i++) await givenOrganization(portal, { publicNameFr: `Studio ${i}` });
    await portal.parts.db.entities.query(
      `insert into organization_joining select id, true, false, now() from organization where public_name_fr ~ 'Studio'`,
    );
    const colleague = await openAs(
      setting,
      'fr-CA',
      await given('Noé'),
      'join.html#organization-code=8e5f9b1c-efcd-432b',
    );
    expect(await box(colleague, 'Code de l’organisation').inputValue()).toBe('8e5f9b1c-efcd-432b');
    await press(colleague, 'Utiliser le code');
    await colleague
      .locator('#code .summary')
      .getByText(/Ce code est inconnu/)
      .waitFor();
    await expectAccessible(colleague);
    await colleague.getByText(/^21\sorganisations$/).waitFor();
    await press(colleague, 'Afficher la suite');
    await colleague.locator('#found li:nth-child(21) h3:focus').waitFor();
    expect(await colleague.getByRole('button', { name: 'Afficher la suite' }).count()).toBe(0);
    await box(colleague, 'Début du nom').fill('rien');
    await press(colleague, 'Chercher');
    await colleague.getByText('Aucune organisation ne correspond.').waitFor();
    await box(colleague, 'Début du nom').fill('productions');
    await press(colleague, 'Chercher');
    await unfold(colleague, about('Demander à en faire partie', 'Productions Boréales'));
    await box(colleague, 'Message à la personne qui tranche').fill('Je monte vos films.');
    await pressed(colleague, about('Envoyer la demande', 'Productions Boréales'));
    await told(colleague, 'requests', /Votre demande est envoyée/);
    await colleague
      .locator('#requests li')
      .getByText(/En attente d’une décision/)
      .waitFor();
    await expectAccessible(colleague);

    await principal.reload();
    await principal.getByText('Message: Je monte vos films.').waitFor();
    await expectAccessible(principal, 'en-CA');
    await pressed(principal, about('Approve', 'Noé Roy'));
    await told(principal, 'requests', 'The request is approved: Noé Roy is a delegate.');
    expect(await principal.locator('#joining code').count()).toBe(0);

    await colleague.goto(site.page('fr-CA', 'organization.html'));
    await colleague.getByText(/^Délégué aux communications, depuis le/).waitFor();

    await unfold(principal, about('Remove', 'Noé Roy'));
    await pressed(principal, about('Yes, remove', 'Noé Roy'));
    await told(principal, 'delegates', 'Noé Roy is no longer a delegate.');
    const other = await openAs(setting, 'fr-CA', await given('Zoé'), `join.html${new URL(link).hash}`);
    await press(other, 'Utiliser le code');
    await other.getByText('Vous faites maintenant partie de cette organisation.').waitFor();
  });
});
