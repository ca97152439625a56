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
  givenCode,
  givenMember,
  givenOffice,
  issue,
  newAccountInput,
  newAddress,
  perform,
  preview,
  refusedInBoth,
  send,
  type Office,
  type Result,
} from './operations.ts';

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
  const newcomer = (more: object = {}): { readonly email: string } => ({
    email: newAddress(),
    ...{ locale: 'FR_CA', givenName: 'Nadia', familyName: 'Benali' },
    ...more,
  });

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

  describe('afterwards', () => {
    it('sending again rotates the code, moves the expiry and drops the mail that had not left', async () => {
      const address = newAddress();
      const invitation = await issue(portal, office, newcomer({ email: address }));
      portal.clock.advance(2 * 86_400_000);
      office = await givenOffice(portal);

      const resent = await perform(portal, 'resendInvitation', { invitationId: invitation.id }, office.asked);
      await portal.runDue();

      expect(resent).toMatchObject({
        __typename: 'ResendInvitationSuccess',
        invitation: { state: 'PENDING', expiresAt: '2026-12-25T04:59:59.999Z', mail: { state: 'QUEUED' } },
      });
      expect(portal.mailbox.to(address)).toHaveLength(1);
      const states = await portal.parts.db.entities.query<{ state: string; empty: boolean }[]>(
        `select state, sealed_secret is null as empty from mail where to_address = $1 order by queued_at`,
        [address],
      );
      expect(states).toEqual([
        { state: 'CANCELLED', empty: true },
        { state: 'SENT', empty: true },
      ]);
    });

    it('what is settled is not sent again, and what is not theirs is not found', async () => {
      const resend = (invitationId: string, by = office): Promise<Result> =>
        refusedInBoth(locale =>
          perform(portal, 'resendInvitation', { invitationId }, { ...by.asked, locale }),
        );
      const revoke = (invitationId: string, by = office): Promise<Result> =>
        refusedInBoth(locale =>
          perform(portal, 'revokeInvitation', { invitationId }, { ...by.asked, locale }),
        );
      const used = await givenCode(portal, office);
      const declined = await givenCode(portal, office);
      const revoked = await givenCode(portal, office);
      await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, used.code));
      await perform(portal, 'declineInvitation', { code: declined.code });
      const first = await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
      const second = await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
      const acps = await givenOffice(portal, { body: portal.world.acps });

      expect([first, second].map(answer => answer.invitation.state)).toEqual(['REVOKED', 'REVOKED']);
      expect(await resend(used.id)).toMatchObject({ __typename: 'InvitationUsed' });
      expect(await resend(declined.id)).toMatchObject({ __typename: 'InvitationDeclined' });
      expect(await resend(revoked.id)).toMatchObject({ __typename: 'InvitationWithdrawn' });
      expect(await revoke(used.id)).toMatchObject({ __typename: 'InvitationUsed' });
      expect(await revoke(declined.id)).toMatchObject({ __typename: 'InvitationDeclined' });
      const notFound = await resend('inv_rien');
      expect(notFound).toMatchObject({
        __typename: 'InvitationNotFound',
        message: 'Cette invitation n’existe pas.',
      });
      expect(await resend(used.id, acps)).toEqual(notFound);
      expect(await revoke(used.id, acps)).toEqual(notFound);
      expect(await resend('')).toMatchObject({ __typename: 'InvalidInput' });
      expect(await revoke('')).toMatchObject({ __typename: 'InvalidInput' });
    });

    it('what somebody else has meanwhile is not sent again', async () => {
      const organization = await givenOrganization(portal);
      const organizationId = toPublicId('Organization', organization.id);
      const { id } = await givenCode(portal, office, { organizationId, roles: ['PRINCIPAL'] });
      await givenDelegations(portal, organization, await givenPerson(portal), 'PRINCIPAL');

      const refusal = await refusedInBoth(locale =>
        perform(portal, 'resendInvitation', { invitationId: id }, { ...office.asked, locale }),
      );

      expect(refusal).toMatchObject({ __typename: 'InvitationTargetTaken' });
    });

    it('a second send with the same key sends nothing more', async () => {
      const { id, address } = await givenCode(portal, office);
      const other = await givenCode(portal, office);
      const input = { invitationId: id, idempotencyKey: 'renvoyer' };

      await Promise.all(
        Array.from({ length: 10 }, () => perform(portal, 'resendInvitation', input, office.asked)),
      );
      await portal.runDue();
      const reused = await refusedInBoth(locale =>
        perform(
          portal,
          'resendInvitation',
          { ...input, invitationId: other.id },
          { ...office.asked, locale },
        ),
      );

      expect(portal.mailbox.to(address)).toHaveLength(2);
      expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    });
  });

  // The last: nothing after it has to deliver that many mails.
  it('takes 250 rows at once, and no more, and at least one', async () => {
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

describe('listing invitations (B6)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  interface Listed {
    readonly invitations: {
      readonly totalCount: number;
      readonly nodes: { email: string; state: string; organization: { publicName: string } | null }[];
      readonly pageInfo: {
        hasNextPage: boolean;
        hasPreviousPage: boolean;
        startCursor: string;
        endCursor: string;
      };
    };
  }
  const LIST = `query ($filter: InvitationFilter!, $order: InvitationOrder, $first: Int, $after: String, $last: Int, $before: String) {
    invitations(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { email state organization { publicName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const list = async (
    filter: object = {},
    more: object = {},
    asked = office.asked,
  ): Promise<Listed['invitations']> => {
    const variables = { filter: { associationId: office.associationId, ...filter }, ...more };
    const { data, errors } = await portal.graphql<Listed>(LIST, variables, asked);
    if (errors.length > 0) throw new Error(errors[0]!.extensions.code);
    return data.invitations;
  };

  it('staff read them by state, by name and address, forwards and backwards', async () => {
    const emails: string[] = [];
    for (let i = 0; i < 5; i++) {
      emails.push((await givenCode(portal, office)).address);
      portal.clock.advance(1000);
    }
    const declined = await givenCode(portal, office, { givenName: 'Zoé', familyName: 'L’Écuyer' });
    await perform(portal, 'declineInvitation', { code: declined.code });

    const latest = await list({ states: ['PENDING'] }, { first: 2 });
    const next = await list({ states: ['PENDING'] }, { first: 2, after: latest.pageInfo.endCursor });
    const back = await list({ states: ['PENDING'] }, { last: 2, before: next.pageInfo.endCursor });
    const earliest = await list({ states: ['PENDING'] }, { first: 1, order: 'ISSUED_AT_ASC' });
    const byName = await list({ search: 'ecuyer' });
    const byAddress = await list({ search: emails[2]!.toUpperCase() });

    expect(latest.nodes.map(node => node.email)).toEqual([emails[4], emails[3]]);
    expect(latest).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(next.nodes.map(node => node.email)).toEqual([emails[2], emails[1]]);
    expect(back.nodes.map(node => node.email)).toEqual([emails[3], emails[2]]);
    expect(earliest.nodes.map(node => node.email)).toEqual([emails[0]]);
    expect(byName.nodes).toMatchObject([{ email: declined.address, state: 'DECLINED' }]);
    expect(byAddress.nodes.map(node => node.email)).toEqual([emails[2]]);

    portal.clock.advance(31 * 86_400_000);
    office = await givenOffice(portal);
    expect((await list({ states: ['EXPIRED'] })).totalCount).toBe(5);
    expect((await list({ states: ['PENDING'] })).totalCount).toBe(0);
  });

  it('the state in SQL is the state in code, for every set of facts', async () => {
    const instants = [null, portal.clock.now()];
    const at = portal.clock.now();
    const facts = instants.flatMap(acceptedAt =>
      instants.flatMap(declinedAt =>
        instants.flatMap(revokedAt =>
          [-1, 0, 1].map(ms => ({
            acceptedAt,
            declinedAt,
            revokedAt,
            expiresAt: new Date(at.getTime() + ms),
          })),
        ),
      ),
    );
    const { stateInSql, stateOf } = await import('../../src/modules/invitations/invitation.ts');

    for (const one of facts) {
      const [row] = await portal.parts.db.entities.query<{ state: string }[]>(
        `select ${stateInSql('$5')} as state
         from (select $1::timestamptz as accepted_at, $2::timestamptz as declined_at, $3::timestamptz as revoked_at,
           $4::timestamptz as expires_at) i`,
        [one.acceptedAt, one.declinedAt, one.revokedAt, one.expiresAt, at],
      );
      expect(row?.state).toBe(stateOf(one, at));
    }
  });

  it('the principal delegate reads those of their organization, and nobody else any', async () => {
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    const address = newAddress();
    const member = await givenMember(portal, newAddress());
    const person = await givenPerson(portal, { accountId: member.id });
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    const { id } = await issue(portal, office, {
      email: address,
      givenName: 'Léa',
      familyName: 'Côté',
      organizationId,
      roles: ['DUES'],
    });
    const other = await givenMember(portal, newAddress());
    const acps = await givenOffice(portal, { body: portal.world.acps });

    const own = await list({ organizationId }, {}, member.asked);

    expect(own.nodes).toMatchObject([
      { email: address, organization: { publicName: 'Productions Boréales' } },
    ]);
    await expect(list({}, {}, member.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({ organizationId }, {}, other.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({ organizationId }, {}, {})).rejects.toThrow('UNAUTHENTICATED');
    await expect(list({}, {}, acps.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({}, { first: 101 })).rejects.toThrow('BAD_USER_INPUT');
    await expect(list({}, { after: 'x' })).rejects.toThrow('BAD_USER_INPUT');

    const node = async (asked: object): Promise<unknown> =>
      (await portal.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id }, asked))
        .data.node;
    expect(await node(office.asked)).toEqual({ id });
    expect(await node(member.asked)).toEqual({ id });
    expect(await node(other.asked)).toBeNull();
    expect(await node(acps.asked)).toBeNull();
    expect(await node({})).toBeNull();
  });

  it('a code of one tree shows nothing through a client of another', async () => {
    const { code } = await givenCode(portal, office);

    const elsewhere = await preview(portal, code, { clientKey: portal.world.acps.siteKey });

    expect(elsewhere).toMatchObject({ __typename: 'InvitationCodeUnknown' });
  });
});
