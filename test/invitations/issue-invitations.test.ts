import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  codeMailedTo,
  givenOffice,
  newAddress,
  newcomer,
  perform,
  refusedInBoth,
  send,
  type Office,
  type Result,
} from './operations.ts';
import { describeSendingAgain } from './sending-again.ts';

describe('issuing invitations (B1, B6, B8)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const issueRows = (invitations: object[], more: object = {}, by = office): Promise<Result> =>
    perform(portal, 'issueInvitations', { associationId: by.associationId, invitations, ...more }, by.asked);
  const count = async (table: string): Promise<number> => {
    const [row] = await portal.parts.db.entities.query<{ n: number }[]>(
      `select count(*)::int as n from ${table}`,
    );
    return row!.n;
  };

  it('each row of a list has its own result, worded in both languages', async () => {
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    await givenDelegations(portal, organization, await givenPerson(portal), 'PRINCIPAL');
    const withAccount = await givenPerson(portal, { accountId: (await givenAccount(portal)).id });
    const onFile = await givenPerson(portal);
    const elsewhere = await givenPerson(portal, { associationId: portal.world.acps.association.id });
    const twice = newcomer();

    const { rows } = await issueRows([
      newcomer(),
      newcomer({ personId: toPublicId('Person', onFile.id), givenName: null, familyName: null }),
      newcomer({ organizationId, roles: ['DUES', 'VOTING'] }),
      newcomer({ organizationId, roles: ['PRINCIPAL'] }),
      newcomer({ personId: toPublicId('Person', withAccount.id) }),
      newcomer({ email: 'pas une adresse' }),
      twice,
      twice,
      newcomer({ personId: toPublicId('Person', elsewhere.id) }),
      newcomer({ personId: 'per_inconnu' }),
      newcomer({ familyName: '' }),
      newcomer({ organizationId }),
    ]);

    expect(rows.map(row => row.outcome)).toEqual([
      'SENT',
      'SENT',
      'SENT',
      'ALREADY_HELD',
      'ALREADY_HELD',
      'BAD_ADDRESS',
      'SENT',
      'ALREADY_INVITED',
      'NOT_FOUND',
      'NOT_FOUND',
      'INCOMPLETE',
      'INCOMPLETE',
    ]);
    expect(rows.map(row => row.index)).toEqual(rows.map((_, index) => index));
    expect(rows[7]?.invitation?.id).toBe(rows[6]?.invitation?.id);
    expect(rows[0]).toMatchObject({
      label: 'Invitation envoyée',
      invitation: {
        state: 'PENDING',
        stateLabel: 'En attente',
        mail: {
          subject: 'Association québécoise de la production médiatique\u00A0: votre invitation',
          state: 'QUEUED',
          stateLabel: 'En attente d’envoi',
          queuedAt: portal.clock.now().toISOString(),
          settledAt: null,
        },
        inviterName: 'Marie Bureau',
      },
    });
    expect(rows[5]?.invitation).toBeNull();
    const english = await perform(
      portal,
      'issueInvitations',
      { associationId: office.associationId, invitations: [newcomer({ email: '' })] },
      { ...office.asked, locale: 'en-CA' },
    );
    expect(english.rows[0]?.label).toBe('Not an e-mail address');
  });

  it('an address that is invited already is not invited twice, nor is its person put on file twice', async () => {
    const row = newcomer();
    await issueRows([row]);
    const people = await count('person');

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => issueRows([row, newcomer({ ...row, locale: 'EN_CA' })])),
    );

    const outcomes = answers.flatMap(answer => answer.rows.map(one => one.outcome));
    expect(new Set(outcomes)).toEqual(new Set(['ALREADY_INVITED']));
    expect(await count('person')).toBe(people);
  });

  it('of many offices that invite the same address at once one sends a mail', async () => {
    const rows = Array.from({ length: 5 }, () => newcomer());

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => issueRows(i % 2 === 0 ? rows : [...rows].reverse())),
    );
    await portal.runDue();

    const sent = answers.flatMap(answer => answer.rows).filter(row => row.outcome === 'SENT');
    expect(sent).toHaveLength(5);
    for (const { email } of rows) expect(portal.mailbox.to(email)).toHaveLength(1);
  });

  it('once declined or withdrawn, the address can be invited again', async () => {
    const row = newcomer();
    const first = await issueRows([row]);
    await perform(portal, 'revokeInvitation', { invitationId: first.rows[0]?.invitation?.id }, office.asked);

    const second = await issueRows([row]);
    await perform(portal, 'declineInvitation', { code: await codeMailedTo(portal, row.email) });
    const third = await issueRows([row]);

    expect([second, third].map(answer => answer.rows[0]?.outcome)).toEqual(['SENT', 'SENT']);
  });

  it('the same key sends the same list once, twenty times at once, and another list is refused', async () => {
    const row = newcomer();
    const key = { idempotencyKey: 'liste-de-novembre' };

    const answers = await Promise.all(Array.from({ length: 20 }, () => issueRows([row], key)));
    await portal.runDue();
    const reused = await refusedInBoth(locale =>
      perform(
        portal,
        'issueInvitations',
        { associationId: office.associationId, invitations: [newcomer()], ...key },
        { ...office.asked, locale },
      ),
    );

    const told = answers.map(answer =>
      JSON.stringify(answer.rows.map(({ outcome, invitation }) => [outcome, invitation?.id])),
    );
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('SENT');
    expect(portal.mailbox.to(row.email)).toHaveLength(1);
    expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('a membership of an organization, of another association or of somebody else is not found', async () => {
    const person = await givenPerson(portal);
    const organization = await givenOrganization(portal);
    const regular = await givenClass(portal, { code: 'PERSONNE' });
    const corporate = await givenClass(portal, { code: 'MAISON', heldBy: 'ORGANIZATION' });
    const own = await givenMembership(portal, regular, { personId: person.id }, { memberNumber: '3001' });
    const ofHouse = await givenMembership(
      portal,
      corporate,
      { organizationId: organization.id },
      { memberNumber: '3002' },
    );
    const membershipId = toPublicId('Membership', own.id);
    const other = toPublicId('Person', (await givenPerson(portal)).id);
    const acps = await givenOffice(portal, { body: portal.world.acps });

    const { rows } = await issueRows([
      { email: newAddress(), locale: 'FR_CA', membershipId: toPublicId('Membership', ofHouse.id) },
      { email: newAddress(), locale: 'FR_CA', membershipId, personId: other },
      { email: newAddress(), locale: 'FR_CA', membershipId },
    ]);
    const fromElsewhere = await issueRows([{ email: newAddress(), locale: 'FR_CA', membershipId }], {}, acps);

    expect(rows.map(row => row.outcome)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'SENT']);
    expect(fromElsewhere.rows.map(row => row.outcome)).toEqual(['NOT_FOUND']);
  });

  it('nobody invites to the staff but an administrator, and nobody to their own record or organization', async () => {
    const administrator = await givenOffice(portal, { role: StaffRole.ADMIN });
    const organization = await givenOrganization(portal);
    const [own] = await portal.parts.db.entities.query<{ id: string }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );
    await givenDelegations(portal, organization, { id: own!.id } as never, 'CONTACT');
    const organizationId = toPublicId('Organization', organization.id);

    const byClerk = await issueRows([
      newcomer({ staffRole: 'ADMIN' }),
      newcomer({ personId: toPublicId('Person', own!.id as never), organizationId, roles: ['DUES'] }),
      newcomer({ organizationId, roles: ['PRINCIPAL'] }),
    ]);
    const byAdministrator = await issueRows([newcomer({ staffRole: 'FINANCE' })], {}, administrator);

    expect(byClerk.rows.map(row => row.outcome)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(byAdministrator.rows.map(row => row.outcome)).toEqual(['SENT']);
  });

  it('a partner site never exercises a staff assignment, and other staff and trees are refused alike', async () => {
    const { accessToken } = await signedIn(portal, office.account.address);
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const acps = await givenOffice(portal, { body: portal.world.acps });
    const input = { associationId: office.associationId, invitations: [newcomer()] };

    const answers = await Promise.all([
      send(portal, 'issueInvitations', input, { token: accessToken }),
      send(portal, 'issueInvitations', input, reader.asked),
      send(portal, 'issueInvitations', input, acps.asked),
      send(portal, 'issueInvitations', { ...input, associationId: 'asc_rien' }, office.asked),
      send(portal, 'issueInvitations', input, { clientKey: portal.world.aqpm.toolKey }),
    ]);

    expect(answers.map(answer => answer.errors[0]?.extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'UNAUTHENTICATED',
    ]);
  });

  describeSendingAgain(() => ({ portal, office }));

  // The last: nothing after it has to deliver that many mails.
  it('takes 250 rows at once, and no more, and at least one', async () => {
    // Days have gone by, and with them the session.
    office = await givenOffice(portal);
    const list = Array.from({ length: 250 }, () => newcomer());

    const { rows } = await issueRows(list);
    const none = await refusedInBoth(locale =>
      perform(
        portal,
        'issueInvitations',
        { associationId: office.associationId, invitations: [] },
        { ...office.asked, locale },
      ),
    );
    const tooMany = await send(
      portal,
      'issueInvitations',
      { associationId: office.associationId, invitations: [...list, newcomer()] },
      office.asked,
    );

    expect(rows.filter(row => row.outcome === 'SENT')).toHaveLength(250);
    expect(none.issues).toMatchObject([{ path: ['input', 'invitations'], code: 'OUT_OF_RANGE' }]);
    expect(tooMany.text).toMatch(/InvalidInput|BAD_REQUEST|BAD_USER_INPUT/);
  });
});
