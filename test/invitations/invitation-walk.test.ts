import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { signedIn } from '../accounts/operations.ts';
import {
  codeMailedTo,
  givenOffice,
  GOOD_PASSWORD,
  issue,
  newAccountInput,
  perform,
  preview,
  type Office,
} from './operations.ts';

describe('from the mail to an account (B1–B5, B12, A6)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  it('walks a principal delegate from the mail to a verified account, in French', async () => {
    const organization = await givenOrganization(portal);
    const person = await givenPerson(portal, { givenName: 'Jean', familyName: 'Tremblay' });
    const organizationId = toPublicId('Organization', organization.id);
    await issue(portal, office, {
      email: 'Jean@maboite.example',
      personId: toPublicId('Person', person.id),
      organizationId,
      roles: ['PRINCIPAL'],
    });

    const code = await codeMailedTo(portal, 'Jean@maboite.example');
    const mail = portal.mailbox.lastTo('Jean@maboite.example');
    expect(mail.subject).toBe('Association québécoise de la production médiatique\u00A0: votre invitation');
    expect(mail.header('content-language')).toBe('fr-CA');
    expect(mail.links).toContain(`https://aqpm.example/fr/invitation#code=${code}`);
    for (const words of [
      'Bonjour Jean Tremblay',
      'Marie Bureau',
      'Productions Boréales',
      code,
      'le 22 décembre 2026',
    ])
      expect(mail.text).toContain(words);

    const seen = await preview(portal, code.toUpperCase().replaceAll('-', ' '));
    expect(seen).toMatchObject({
      __typename: 'InvitationPreviewSuccess',
      invitation: {
        association: { code: 'aqpm' },
        targetKind: 'DELEGATION',
        organizationName: 'Productions Boréales',
        inviteeName: 'Jean Tremblay',
        email: 'Jean@maboite.example',
        expiresAt: '2026-12-23T04:59:59.999Z',
      },
    });
    expect(seen.invitation.roleLabels).toHaveLength(1);

    const accepted = await perform(
      portal,
      'acceptInvitationWithNewAccount',
      newAccountInput(portal, code, { username: 'JTremblay' }),
    );
    expect(accepted).toMatchObject({
      __typename: 'AcceptInvitationWithNewAccountSuccess',
      account: {
        username: 'JTremblay',
        locale: 'FR_CA',
        addresses: [{ address: 'Jean@maboite.example', primary: true, verified: true }],
      },
      next: { kind: 'COMPLETE_PROFILE' },
    });
    await portal.runDue();
    expect(portal.mailbox.to('Jean@maboite.example')).toHaveLength(2);
    expect(portal.mailbox.lastTo('Jean@maboite.example').subject).toContain('a été acceptée');
    expect(portal.mailbox.lastTo(office.account.address).text).toContain('acceptée par Jean Tremblay');

    expect(await signedIn(portal, 'JTremblay', { password: GOOD_PASSWORD })).toHaveProperty('accessToken');
    expect(await signedIn(portal, 'jean@maboite.example', { password: GOOD_PASSWORD })).toHaveProperty(
      'accessToken',
    );
    const delegations = await portal.parts.db.entities.query<object[]>(
      'select role, person_id, suspended_at from delegation where organization_id = $1',
      [organization.id],
    );
    expect(delegations).toEqual([{ role: 'PRINCIPAL', person_id: person.id, suspended_at: null }]);
  });

  it('writes to an English reader in English, and asks them in English', async () => {
    const address = 'grace@maboite.example';
    await issue(portal, office, {
      email: address,
      locale: 'EN_CA',
      givenName: 'Grace',
      familyName: 'Okafor',
    });

    const code = await codeMailedTo(portal, address);
    const mail = portal.mailbox.lastTo(address);
    const seen = await preview(portal, code, { locale: 'en-CA' });
    const accepted = await perform(
      portal,
      'acceptInvitationWithNewAccount',
      newAccountInput(portal, code, { locale: 'EN_CA' }),
      { locale: 'en-CA' },
    );

    expect(mail.subject).toBe('Association québécoise de la production médiatique (Canada): your invitation');
    expect(mail.text).toContain('December 22, 2026');
    expect(mail.links).toContain(`https://aqpm.example/en/invitation#code=${code}`);
    expect(seen.flow.forms.map(form => form.title)).toEqual([
      'Open an account',
      'I already have an account',
      'Accept the invitation',
    ]);
    expect(accepted).toMatchObject({ account: { locale: 'EN_CA' }, next: { kind: 'COMPLETE_PROFILE' } });
    const choices = await portal.parts.db.entities.query<object[]>(
      `select c.chosen, c.first_shown, d.shown_locale, count(*)::int as documents
       from account_address a
         join language_choice c on c.account_id = a.account_id
         join document_acceptance d on d.account_id = a.account_id
       where a.normalized = $1 group by 1, 2, 3`,
      [address],
    );
    expect(choices).toEqual([{ chosen: 'en-CA', first_shown: 'fr-CA', shown_locale: 'en-CA', documents: 2 }]);
  });

  it('shows the code’s holder the same ten times and changes no row of the invitation', async () => {
    const address = 'dix@maboite.example';
    await issue(portal, office, { email: address, givenName: 'Dix', familyName: 'Fois' });
    const code = await codeMailedTo(portal, address);
    const rows = async (): Promise<string> =>
      JSON.stringify(await portal.parts.db.entities.query('select *, xmin from invitation order by id'));
    const before = await rows();

    const answers = await Promise.all(Array.from({ length: 10 }, () => preview(portal, code)));

    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(await rows()).toBe(before);
    const got = await fetch(`${portal.url}/realm/fr/invitation?code=${code}`);
    expect(got.status).toBe(200);
    expect(await rows()).toBe(before);
  });

  it('never stores a preview anywhere on the way', async () => {
    const answer = await portal.graphql('query { invitationPreview(code: "x") { __typename } }');

    expect(answer.headers.get('cache-control')).toContain('no-store');
  });
});
