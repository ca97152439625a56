import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { limitOn } from '../../src/modules/invitations/delegates/delegate-room.ts';
import { ofOrganization, unanswered } from '../../src/modules/invitations/list-invitations.ts';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import {
  codeMailedTo,
  givenOffice,
  issue,
  lapse,
  newAccountInput,
  newAddress,
  perform as performInvitation,
  type Office,
} from '../invitations/operations.ts';
import {
  givenClass,
  givenMembership,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  addressOf,
  givenTwoDelegates,
  perform,
  personId,
  rolesBy,
  shown,
  type Result,
  type TwoDelegates,
} from './delegate-operations.ts';

describe('the limit of delegates by class (B9)', () => {
  const limits = [
    { from: localDate('2025-04-01'), to: localDate('2026-04-01'), limit: 2 },
    { from: localDate('2026-04-01'), to: null, limit: 5 },
  ];

  it.each([
    ['2025-03-31', null],
    ['2025-04-01', 2],
    ['2026-03-31', 2],
    ['2026-04-01', 5],
  ])('on %s is %s', (day, limit) => {
    expect(limitOn(limits, localDate(day))).toBe(limit);
  });
});

describe('adding delegates (B9, C2, Z15)', () => {
  let portal: Portal;
  let office: Office;
  let classes = 0;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const add = (
    { organizationId, principal }: TwoDelegates,
    fields: object = {},
    asked: Asked = principal,
  ): Promise<Result> =>
    perform(
      portal,
      'addDelegate',
      {
        organizationId,
        givenName: 'Agnès',
        familyName: 'Ôté',
        email: newAddress(),
        locale: 'FR_CA',
        roles: ['CONTACT'],
        ...fields,
      },
      asked,
    );
  const limited = async (delegateLimit: number): Promise<TwoDelegates> => {
    const house = await givenTwoDelegates(portal);
    const code = `MAISON-${++classes}`;
    const heldBy = 'ORGANIZATION';
    const memberClass = await givenClass(portal, { code, heldBy, delegateLimit });
    const holder = { organizationId: house.organization.id };
    await givenMembership(portal, memberClass, holder, { memberNumber: `M${classes}` });
    return house;
  };
  const suspend = ({ organization, other }: TwoDelegates): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: other.person.id,
        roles: ['DUES'],
      }),
    );
  const about = async (house: TwoDelegates, asked: Asked = house.principal) =>
    shown(portal, house.organizationId, asked);

  it('by the principal: they are invited, and their roles begin when they accept', async () => {
    const house = await givenTwoDelegates(portal);
    const email = newAddress();

    const { organization, invitation } = await add(house, { email, roles: ['VOTING', 'CONTACT'] });

    expect(rolesBy(organization)).toEqual(['Ève Lacroix: PRINCIPAL', 'Noël D’Amours: DUES']);
    expect(organization).toMatchObject({
      delegateLimit: { limit: null, used: 3 },
      pendingInvitations: { totalCount: 1, nodes: [{ id: invitation?.id, email, state: 'PENDING' }] },
    });
    const code = await codeMailedTo(portal, email);
    await performInvitation(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));
    const after = await about(house);
    expect(rolesBy(after)).toEqual(expect.arrayContaining(['Agnès Ôté: VOTING', 'Agnès Ôté: CONTACT']));
    expect(after).toMatchObject({ delegateLimit: { used: 3 }, pendingInvitations: { totalCount: 0 } });
    await portal.runDue();
    const news = portal.mailbox.lastTo(await addressOf(portal, house.principal.accountId));
    expect(news.text).toContain('Agnès Ôté');
  });

  it('answers the same whether the address is known to the association or not, and asks once', async () => {
    const house = await givenTwoDelegates(portal);
    const known = newAddress();
    const name = { givenName: 'Agnès', familyName: 'Ôté' };
    const onFile = await givenPerson(portal, { ...name, contactEmail: known });

    const answers = [await add(house, { email: known }), await add(house)];
    const again = await add(house, { email: known });
    const otherRoles = await add(house, { email: known, roles: ['VOTING'] });

    for (const { __typename } of answers) expect(__typename).toBe('AddDelegateSuccess');
    expect(again.invitation?.id).toBe(answers[0]?.invitation?.id);
    // The same name at the same address is one person of this organization.
    expect(otherRoles.organization).toMatchObject({
      delegateLimit: { used: 4 },
      pendingInvitations: { totalCount: 3 },
    });
    const persons = await portal.parts.db.entities.query<{ person_id: string }[]>(
      'select distinct person_id from invitation where email = $1',
      [known],
    );
    expect(persons).toHaveLength(1);
    expect(persons[0]?.person_id).not.toBe(onFile.id);
  });

  it('gives nothing but what is below the principal, and says at its field what is wrong', async () => {
    const house = await givenTwoDelegates(portal);
    const someone = await givenPerson(portal);
    const wrong = async (fields: object): Promise<unknown> => (await add(house, fields)).issues;

    const at = (field: string, message: string): object => ({
      path: ['input', field],
      message: expect.stringContaining(message),
    });
    expect(await wrong({ roles: ['PRINCIPAL', 'DUES'] })).toMatchObject([at('roles', 'se transmet')]);
    expect(await wrong({ roles: [], familyName: ' ' })).toMatchObject([
      at('familyName', ''),
      at('roles', 'au moins un rôle'),
    ]);
    expect(await wrong({ email: 'personne' })).toMatchObject([at('email', 'pas une adresse')]);
    expect(await wrong({ personId: personId({ person: someone }) })).toMatchObject([
      at('personId', 'Seule l’association désigne'),
    ]);
    expect(await wrong({ recordOnly: true, email: null })).toMatchObject([
      at('recordOnly', 'Seule l’association inscrit'),
    ]);
  });

  it('is for the principal and the office: nobody else adds, or sees who is invited', async () => {
    const house = await givenTwoDelegates(portal, 'CONTACT', 'DUES', 'VOTING');
    const stranger = await givenSomebodySignedIn(portal);
    const elsewhere = await givenTwoDelegates(portal);
    await add(house);

    for (const asked of [house.other, stranger, elsewhere.principal])
      expect((await add(house, {}, asked)).__typename).toBe('OrganizationNotFound');
    expect(await about(house, house.other)).toMatchObject({ delegateLimit: null, pendingInvitations: null });
    expect((await about(elsewhere))?.pendingInvitations?.totalCount).toBe(0);
  });

  it('is sent again and withdrawn by the principal of that organization alone, below their own role', async () => {
    const [house, elsewhere] = [await givenTwoDelegates(portal), await givenTwoDelegates(portal)];
    const { organizationId } = house;
    const { invitation } = await add(house);
    const ofOffice = { organizationId, givenName: 'Luc', familyName: 'Roy' };
    const dues = await issue(portal, office, { ...ofOffice, roles: ['DUES'] });
    const toRecord = await issue(portal, office, { givenName: 'Luc', familyName: 'Essai delegate' });
    const { invitation: heir } = await perform(
      portal,
      'appointPrincipal',
      {
        ...ofOffice,
        organizationId: elsewhere.organizationId,
        email: newAddress(),
        locale: 'FR_CA',
        document: 'Lettre',
      },
      office.asked,
    );
    await perform(portal, 'reinstatePrincipal', { organizationId: elsewhere.organizationId }, office.asked);
    const act = async (
      name: 'resendInvitation' | 'revokeInvitation',
      id: string | undefined,
      asked: Asked,
    ): Promise<string> => (await performInvitation(portal, name, { invitationId: id }, asked)).__typename;

    for (const name of ['resendInvitation', 'revokeInvitation'] as const) {
      for (const asked of [elsewhere.principal, house.other])
        expect(await act(name, invitation?.id, asked)).toBe('InvitationNotFound');
      for (const id of [toRecord.id, heir?.id]) {
        expect(await act(name, id, house.principal)).toBe('InvitationNotFound');
        expect(await act(name, id, elsewhere.principal)).toBe('InvitationNotFound');
      }
    }
    expect(await act('resendInvitation', invitation?.id, house.principal)).toBe('ResendInvitationSuccess');
    expect(await act('revokeInvitation', invitation?.id, house.principal)).toBe('RevokeInvitationSuccess');
    expect(await act('revokeInvitation', dues.id, house.principal)).toBe('RevokeInvitationSuccess');
    expect((await about(house))?.pendingInvitations?.totalCount).toBe(0);
  });

  it('ends at the limit of the class, invited ones included; of many at once the last place goes to one', async () => {
    const house = await limited(3);

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => add(house)));

    expect(outcomes.filter(({ __typename }) => __typename === 'AddDelegateSuccess')).toHaveLength(1);
    expect(outcomes.find(({ __typename }) => __typename !== 'AddDelegateSuccess')).toMatchObject({
      __typename: 'DelegateLimitReached',
      limit: 3,
      next: { kind: 'CONTACT_SUPPORT' },
      message: expect.stringContaining('Au plus 3 personnes'),
    });
    expect(await about(house)).toMatchObject({
      delegateLimit: { limit: 3, used: 3 },
      pendingInvitations: { totalCount: 1 },
    });
  });

  it('lets the office record somebody without an account, at once and without a mail', async () => {
    const house = await givenTwoDelegates(portal);
    const someone = await givenPerson(portal, { contactEmail: newAddress() });
    const one = { personId: personId({ person: someone }), givenName: null, familyName: null };
    await portal.runDue();
    const sent = portal.mailbox.mails.length;

    const onFile = await add(
      house,
      { ...one, recordOnly: true, email: null, roles: ['VOTING'] },
      office.asked,
    );
    const fresh = await add(house, { recordOnly: true, email: newAddress() }, office.asked);
    const withAccount = await add(
      house,
      { ...one, personId: personId(house.principal), recordOnly: true },
      office.asked,
    );

    expect(onFile.invitation).toBeNull();
    expect(rolesBy(fresh.organization)).toEqual(
      expect.arrayContaining(['Zoé L’Écuyer: VOTING', 'Agnès Ôté: CONTACT']),
    );
    expect(withAccount.issues).toMatchObject([{ path: ['input', 'personId'] }]);
    await portal.runDue();
    expect(portal.mailbox.mails).toHaveLength(sent);
    const acts = await portal.parts.db.entities.query<object[]>(
      `select act, after ->> 'recordOnly' as "recordOnly" from audit_entry where subject_id = $1`,
      [house.organization.id],
    );
    expect(acts).toEqual(Array(2).fill({ act: 'addDelegate', recordOnly: 'true' }));
  });

  it('leaves to the association whom it has suspended: no other role, no removal, no way round by an invitation', async () => {
    const house = await givenTwoDelegates(portal, 'DUES', 'VOTING');
    const { organizationId, principal, other } = house;
    const theirs = { organizationId, personId: personId(other) };
    await suspend(house);

    const change = await perform(
      portal,
      'changeDelegateRoles',
      { ...theirs, roles: ['DUES', 'CONTACT'] },
      principal,
    );
    const removal = await perform(portal, 'removeDelegate', theirs, principal);
    const email = newAddress();
    await add(house, { email });
    const code = await codeMailedTo(portal, email);
    const accepted = await performInvitation(portal, 'acceptInvitation', { code }, other);
    const byStaff = await perform(portal, 'removeDelegate', theirs, office.asked);

    for (const { __typename, next } of [change, removal])
      expect([__typename, next?.kind]).toEqual(['DelegateSuspended', 'CONTACT_SUPPORT']);
    expect(accepted.__typename).toBe('DelegateSuspended');
    expect(byStaff.__typename).toBe('RemoveDelegateSuccess');
  });

  it('does not let a principal write to the whole world', async () => {
    const house = await givenTwoDelegates(portal);
    const names: string[] = [];

    for (let i = 0; i <= 30; i++) names.push((await add(house, { email: newAddress() })).__typename);

    expect(names.filter(name => name === 'AddDelegateSuccess')).toHaveLength(30);
    expect(names.at(-1)).toBe('TooManyAttempts');
  });

  it('reads the invitations of one organization by an index of their own, however many the association has', async () => {
    const house = await givenTwoDelegates(portal);
    const { invitation } = await add(house);
    await portal.parts.db.entities.query(
      `insert into invitation select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(),
         'target_key', n::text, 'organization_id', null, 'code_digest', '\\x' || md5(n::text)))).*
       from invitation i, generate_series(1, 3000) n where i.id = $1`,
      [fromPublicId('Invitation', invitation!.id)],
    );
    const plans = await portal.parts.db.transaction(async tx => {
      await tx.query('analyze invitation');
      await tx.query('set local plan_cache_mode = force_generic_plan');
      await tx.query(`prepare hot as ${ofOrganization.forwards.text}`);
      await tx.query(`prepare below as ${unanswered.forwards.text}`);
      const { id, associationId } = house.organization;
      const explain = (execute: string) => tx.query<{ 'QUERY PLAN': string }[]>(`explain execute ${execute}`);
      return [
        await explain(`hot('${associationId}', '${id}', null, now(), null, '', null, null, 21)`),
        await explain(`below('{${id}}', '{PENDING}', now(), null, null, 21)`),
      ];
    });
    for (const said of plans.map(plan => plan.map(row => row['QUERY PLAN']).join('\n'))) {
      expect(said).toContain('invitation_organization_id_issued_at_idx');
      expect(said).not.toMatch(/Seq Scan|invitation_association_id/);
    }
  });

  it('binds the office too, and what is sent again after its last day, but no appointment', async () => {
    const house = await limited(3);
    const { organizationId } = house;
    const { invitation } = await add(house);
    const row = { email: newAddress(), locale: 'FR_CA', givenName: 'Luc', familyName: 'Roy' };
    const listed = await performInvitation(
      portal,
      'issueInvitations',
      { associationId: office.associationId, invitations: [{ ...row, organizationId, roles: ['DUES'] }] },
      office.asked,
    );
    const recorded = await add(house, { recordOnly: true, email: null }, office.asked);
    lapse(portal);
    const later = await givenOffice(portal);
    const recordedThen = await add(house, { recordOnly: true, email: null }, later.asked);
    const resent = await performInvitation(
      portal,
      'resendInvitation',
      { invitationId: invitation?.id },
      later.asked,
    );
    const appointed = await perform(
      portal,
      'appointPrincipal',
      { organizationId, ...row, document: 'Certificat de décès' },
      later.asked,
    );

    expect(listed.rows).toMatchObject([{ outcome: 'DELEGATE_LIMIT_REACHED', invitation: null }]);
    expect(recorded.__typename).toBe('DelegateLimitReached');
    expect(recordedThen.__typename).toBe('AddDelegateSuccess');
    expect(resent.__typename).toBe('DelegateLimitReached');
    expect(appointed.__typename).toBe('AppointPrincipalSuccess');
  });
});
