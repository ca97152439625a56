import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia, memoryStorage, type AffiliaLocale, type Form, type SignedOut } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { associations } from '@affilia/sdk/associations';
import { openInvitation, readForm } from '@affilia/sdk/flows';
import { invitations } from '@affilia/sdk/invitations';
import { memberships } from '@affilia/sdk/memberships';
import { organizations } from '@affilia/sdk/organizations';
import { people } from '@affilia/sdk/people';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { codeMailedTo } from '../invitations/operations.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { givenOrganization, givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { expectOk, expectProblem } from '../support/outcomes.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

interface SiteOptions {
  readonly clientKey?: string;
  readonly locale?: AffiliaLocale;
  readonly storage?: ReturnType<typeof memoryStorage>;
}

function openSite({ clientKey, locale = 'fr-CA', storage = memoryStorage() }: SiteOptions = {}) {
  const endings: SignedOut[] = [];
  const affilia = createAffilia({
    endpoint: portal.endpoint,
    clientKey: clientKey ?? portal.world.aqpm.siteKey,
    locale,
    storage,
    onSignedOut: event => void endings.push(event),
    use: { accounts, associations, invitations, memberships, organizations, people },
  });
  return { affilia, endings, storage };
}

/** An office of the association that uses a tool with a secret key. */
async function openOffice() {
  const { affilia } = openSite({ clientKey: portal.world.aqpm.toolKey });
  const clerk = await givenAccount(portal);
  await givenStaff(portal, clerk.id, portal.world.aqpm.association);
  expectOk(await affilia.accounts.signIn({ identifier: clerk.address, password: PASSWORD }));
  return affilia;
}

/** Fills in a form as a person does: by its fields alone. */
function fillIn(form: Form | null, answers: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const { path, kind, options, value } of form?.fields ?? []) {
    const name = path.join('.');
    const answer =
      answers[name] ?? value ?? (kind === 'CHECKBOX' || kind === 'CHOICE' ? options[0]?.value : '');
    data.append(name, answer ?? '');
  }
  return data;
}

describe('The SDK against the real service (O1–O3)', () => {
  it('walks a principal delegate from the invitation to the organization page, drawing what the service says', async () => {
    const office = await openOffice();
    const associationId = toPublicId('Association', portal.world.aqpm.association.id);
    const organization = await givenOrganization(portal);
    const person = await givenPerson(portal, { givenName: 'Jean', familyName: 'Tremblay' });
    const { rows } = expectOk(
      await office.invitations.issue({
        associationId,
        invitations: [
          {
            email: 'jean@maboite.example',
            locale: 'FR_CA',
            personId: toPublicId('Person', person.id),
            organizationId: toPublicId('Organization', organization.id),
            roles: ['PRINCIPAL'],
          },
        ],
      }),
    );
    expect(rows).toMatchObject([{ index: 0, outcome: 'SENT' }]);
    const { affilia } = openSite();

    const flow = await openInvitation(affilia, { code: await codeMailedTo(portal, 'jean@maboite.example') });
    const { form, code } = flow.snapshot();
    const answers = { 'input.username': 'JTremblay', 'input.code': code ?? '' };
    const weak = fillIn(form, { ...answers, 'input.password': 'court' });
    const good = fillIn(form, { ...answers, 'input.password': PASSWORD });
    const refused = await flow.openAccount(readForm(form as Form, weak));
    const after = await flow.openAccount(readForm(form as Form, good));

    expect(refused.issues['input.password']?.map(({ rule }) => rule)).toContain('MIN_LENGTH');
    expect(after).toMatchObject({ state: 'DONE', ending: 'ACCEPTED', problem: null });
    expect(after.next.map(({ kind }) => kind)).toEqual(['COMPLETE_PROFILE']);
    expect(after.steps.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'CURRENT']);

    const viewer = await affilia.accounts.viewer();
    const [{ profileForm } = { profileForm: null }] = viewer?.persons ?? [];
    const profile = fillIn(profileForm, { 'input.workPhone': '514 622-6483' });
    const { person: saved } = expectOk(
      await affilia.people.updateProfile(readForm(profileForm as Form, profile)),
    );
    expect(saved).toMatchObject({ displayName: 'Jean Tremblay', workPhoneFormatted: '514 622-6483' });

    const page = await affilia.organizations.get(viewer?.delegations[0]?.organization.id ?? '');
    expect(page).toMatchObject({
      publicName: 'Productions Boréales',
      viewerCan: { updateProfile: true },
      delegations: [{ role: 'PRINCIPAL', person: { displayName: 'Jean Tremblay' } }],
    });

    const listed = await office.invitations.list({ associationId }).page({ first: 10 });
    expect(listed.nodes).toMatchObject([{ email: 'jean@maboite.example', state: 'ACCEPTED' }]);
    expect(await affilia.organizations.get('org_1111111111111111111111')).toBeNull();
  });

  it('keeps a person signed in past the life of a token, without their noticing', async () => {
    const { affilia, endings } = openSite();
    const { address } = await givenAccount(portal);
    expectOk(await affilia.accounts.signIn({ identifier: address, password: PASSWORD }));

    portal.clock.advance(minutes(11));

    expect(await affilia.accounts.viewer()).not.toBeNull();
    expect(endings).toEqual([]);
  });

  it('lets two copies of one session refresh at once', async () => {
    const { affilia, storage, endings } = openSite();
    const other = openSite({ storage });
    const { address } = await givenAccount(portal);
    expectOk(await affilia.accounts.signIn({ identifier: address, password: PASSWORD }));
    portal.clock.advance(minutes(11));

    const seen = await Promise.all([affilia.accounts.viewer(), other.affilia.accounts.viewer()]);

    expect(seen).not.toContain(null);
    expect([...endings, ...other.endings]).toEqual([]);
  });

  it('signs out when a stolen copy was used, and says so in the person’s language', async () => {
    const { affilia, storage, endings } = openSite({ locale: 'en-CA' });
    const { address } = await givenAccount(portal);
    expectOk(await affilia.accounts.signIn({ identifier: address, password: PASSWORD }));
    const stolen = memoryStorage();
    await stolen.write(await storage.read());
    await openSite({ storage: stolen }).affilia.accounts.viewer();
    portal.clock.advance(minutes(11) + seconds(11));

    const seen = await affilia.accounts.viewer();

    expect(seen).toBeNull();
    expect(endings).toMatchObject([{ reason: 'SESSION_ENDED', next: { kind: 'SIGN_IN' } }]);
    expect(await affilia.isSignedIn()).toBe(false);
  });

  it('refuses a wrong password with the ways on, and signs out at the service too', async () => {
    const { affilia, storage } = openSite();
    const { address } = await givenAccount(portal);
    const wrong = await affilia.accounts.signIn({ identifier: address, password: 'Mauvais!2026' });
    expect(expectProblem(wrong, 'SignInRefused').nextSteps.length).toBeGreaterThan(1);
    expectOk(await affilia.accounts.signIn({ identifier: address, password: PASSWORD }));
    const copy = memoryStorage();
    await copy.write(await storage.read());

    expectOk(await affilia.accounts.signOut());

    expect(await openSite({ storage: copy }).affilia.accounts.viewer()).toBeNull();
    expectOk(await affilia.accounts.signOut());
  });

  it('reads what a site must know before anybody signs in', async () => {
    const { affilia } = openSite({ locale: 'en-CA' });

    const realm = await affilia.associations.realm();
    const policy = await affilia.accounts.passwordPolicy();
    const labels = await affilia.associations.labels('DelegateRole');
    const codes: string[] = [];
    for await (const { code } of affilia.associations.list()) codes.push(code);
    const sections = await affilia.associations.sections(realm.association.id).page();

    expect(realm).toMatchObject({ mode: 'TEST', association: { code: 'aqpm' } });
    expect(policy.rules.map(({ code }) => code)).toContain('MIN_LENGTH');
    expect(labels.map(({ value }) => value)).toContain('PRINCIPAL');
    expect(codes).toEqual(['aqpm']);
    expect(sections.totalCount).toBe(portal.world.aqpm.sectionIds.length);
  });

  it('says with a code what a program did wrong', async () => {
    const { affilia } = openSite({ clientKey: 'affilia_pk_test_unknown' });

    await expect(affilia.accounts.viewer()).rejects.toMatchObject({
      name: 'AffiliaError',
      code: 'UNAUTHENTICATED',
      requestId: expect.any(String),
    });
  });
});
