import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import {
  AssociationEntity,
  StaffRole,
  type InvitationMismatch,
} from '../../src/modules/associations/index.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { hours } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { signedIn } from '../accounts/operations.ts';
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
  tokenMailedTo,
  type Office,
  type Result,
} from './operations.ts';

describe('accepting an invitation with an account that exists (B4)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const setPolicy = (invitationMismatch: InvitationMismatch): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id: portal.world.aqpm.association.id }, { invitationMismatch }),
    );
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    portal.parts.db.entities.query<T[]>(sql, values);

  /** An invitation of somebody on file to be the principal delegate of an organization. */
  const givenPrincipalCode = async () => {
    const organization = await givenOrganization(portal);
    const person = await givenPerson(portal, { givenName: 'Jean', familyName: 'Tremblay' });
    const organizationId = toPublicId('Organization', organization.id);
    const draft = { personId: toPublicId('Person', person.id), organizationId, roles: ['PRINCIPAL'] };
    return { ...(await givenCode(portal, office, draft)), organization, organizationId, person };
  };
  const delegatesOf = (organizationId: string) =>
    rows<{ person_id: string; suspended_at: Date | null }>(
      'select person_id, suspended_at from delegation where organization_id = $1',
      [organizationId],
    );

  it('an account with the invited address gets the role, on the person whom the invitation names', async () => {
    await setPolicy('REFUSE');
    const { code, address, organization, organizationId, person } = await givenPrincipalCode();
    const member = await givenMember(portal, address);

    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(accepted).toMatchObject({
      __typename: 'AcceptInvitationSuccess',
      accepted: true,
      account: { id: toPublicId('Account', member.id) },
      steps: [{ state: 'DONE' }, { state: 'DONE' }, { state: 'DONE' }],
      next: { kind: 'VIEW_ORGANIZATION', organizationId },
    });
    expect(await delegatesOf(organization.id)).toEqual([{ person_id: person.id, suspended_at: null }]);
    expect(await rows('select account_id from person where id = $1', [person.id])).toEqual([
      { account_id: member.id },
    ]);
    const held = await rows(
      `select kind from account_holding where account_id = $1 and kind = 'DELEGATION'`,
      [member.id],
    );
    expect(held).toHaveLength(1);
  });

  it('under ALLOW another address gets the role and is verified for nothing', async () => {
    await setPolicy('ALLOW');
    const { code, address, organization, person } = await givenPrincipalCode();
    const member = await givenMember(portal, newAddress());

    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(accepted).toMatchObject({ accepted: true });
    expect(accepted.account.addresses.map(one => one.address)).not.toContain(address);
    expect(await delegatesOf(organization.id)).toEqual([{ person_id: person.id, suspended_at: null }]);
    await portal.runDue();
    expect(portal.mailbox.lastTo(address).text).toContain('acceptée par Jean Tremblay');
  });

  it('under REFUSE another address gets nothing, and the code stays usable', async () => {
    await setPolicy('REFUSE');
    const { code, organization } = await givenPrincipalCode();
    const member = await givenMember(portal, newAddress());

    const refusal = await refusedInBoth(locale =>
      perform(portal, 'acceptInvitation', { code }, { ...member.asked, locale }),
    );

    expect(refusal).toMatchObject({
      __typename: 'InvitationAddressMismatch',
      maskedAddress: 'i•••@maboite.example',
      next: { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
    });
    expect(await delegatesOf(organization.id)).toEqual([]);
    expect(await preview(portal, code)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });

  it('under VERIFY the invited address is asked first, and its yes gives the role', async () => {
    await setPolicy('VERIFY');
    const { code, address, organization, person } = await givenPrincipalCode();
    const member = await givenMember(portal, newAddress());

    const pending = await perform(portal, 'acceptInvitation', { code }, member.asked);
    expect(pending).toMatchObject({
      accepted: false,
      steps: [{ state: 'DONE' }, { state: 'CURRENT' }, { state: 'UPCOMING' }],
      next: { kind: 'CONFIRM_EMAIL', maskedAddress: 'i•••@maboite.example' },
    });
    expect(await delegatesOf(organization.id)).toEqual([]);
    expect(await preview(portal, code)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });

    const token = await tokenMailedTo(portal, address, 'confirmation');
    expect(portal.mailbox.lastTo(address).links).toContain(
      `https://aqpm.example/fr/invitation#confirmation=${token}`,
    );
    expect(portal.mailbox.lastTo(address).text).toContain('Il appartient à i•••@maboite.example.');
    const confirmed = await perform(portal, 'confirmInvitationAddress', { token });
    expect(confirmed).toMatchObject({
      __typename: 'ConfirmInvitationAddressSuccess',
      next: { kind: 'SIGN_IN' },
    });
    expect(await delegatesOf(organization.id)).toEqual([{ person_id: person.id, suspended_at: null }]);

    const again = await refusedInBoth(locale =>
      perform(portal, 'confirmInvitationAddress', { token }, { locale }),
    );
    expect(again).toMatchObject({ __typename: 'ConfirmationTokenUsed' });
  });

  it('a question to the invited address that came too late, was asked anew or is none says so', async () => {
    await setPolicy('VERIFY');
    const confirm = (token: string, clientKey?: string): Promise<Result> =>
      refusedInBoth(locale =>
        perform(portal, 'confirmInvitationAddress', { token }, { locale, ...(clientKey && { clientKey }) }),
      );
    const member = await givenMember(portal, newAddress());
    const ask = async (code: string, address: string): Promise<string> => {
      await perform(portal, 'acceptInvitation', { code }, member.asked);
      return tokenMailedTo(portal, address, 'confirmation');
    };
    const first = await givenPrincipalCode();
    const earlier = await ask(first.code, first.address);
    const later = await ask(first.code, first.address);

    expect(await confirm('affilia_once_x')).toMatchObject({ __typename: 'ConfirmationTokenUnknown' });
    expect(await confirm('')).toMatchObject({ __typename: 'InvalidInput' });
    expect(await confirm(earlier)).toMatchObject({ __typename: 'ConfirmationTokenReplaced' });
    expect(await confirm(later, portal.world.acps.siteKey)).toMatchObject({
      __typename: 'ConfirmationTokenUnknown',
    });

    const revoked = await givenCode(portal, office);
    const declined = await givenCode(portal, office);
    const used = await givenCode(portal, office);
    const taken = await givenPrincipalCode();
    const tokens = [];
    for (const one of [revoked, declined, used, taken]) tokens.push(await ask(one.code, one.address));
    await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
    await perform(portal, 'declineInvitation', { code: declined.code });
    await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, used.code));
    await givenDelegations(portal, taken.organization, await givenPerson(portal), 'PRINCIPAL');
    const answers = [];
    for (const token of tokens) answers.push((await confirm(token)).__typename);
    expect(answers).toEqual([
      'InvitationWithdrawn',
      'InvitationDeclined',
      'InvitationUsed',
      'InvitationTargetTaken',
    ]);

    const expiring = await givenCode(portal, office);
    const tooLate = await ask(expiring.code, expiring.address);
    portal.clock.advance(3 * 86_400_000);
    expect(await confirm(tooLate)).toMatchObject({ __typename: 'ConfirmationTokenExpired' });
    office = await givenOffice(portal);
  });

  it('the invited mailbox cannot be flooded with questions', async () => {
    await setPolicy('VERIFY');
    const { code } = await givenPrincipalCode();
    const address = newAddress();
    const member = await givenMember(portal, address);

    const ask = () => perform(portal, 'acceptInvitation', { code }, member.asked);
    const answers: Result[] = [];
    for (let i = 0; i < 6; i++) answers.push(await ask());

    expect(answers.map(({ __typename, next }) => [__typename, next.retryAfterSeconds])).toEqual([
      ...Array.from({ length: 4 }, () => ['AcceptInvitationSuccess', 120]),
      ['AcceptInvitationSuccess', 3600],
      ['TooManyAttempts', 3600],
    ]);
    portal.clock.advance(hours(1));
    office = await givenOffice(portal);
    const { accessToken: token } = await signedIn(portal, address);
    expect((await perform(portal, 'acceptInvitation', { code }, { token })).__typename).toBe(
      'AcceptInvitationSuccess',
    );
  });

  it('where the account has another record, the role goes there and staff are asked whether both are one person', async () => {
    await setPolicy('ALLOW');
    const { code, organization, person } = await givenPrincipalCode();
    const member = await givenMember(portal, newAddress());
    const own = await givenPerson(portal, {
      givenName: 'Jean-Guy',
      familyName: 'Tremblay',
      accountId: member.id,
    });

    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(accepted).toMatchObject({ accepted: true });
    expect(await delegatesOf(organization.id)).toEqual([{ person_id: own.id, suspended_at: null }]);
    expect(await rows('select account_id from person where id = $1', [person.id])).toEqual([
      { account_id: null },
    ]);
    const tasks = await rows(
      'select kept_person_id, other_person_id, closed_at from merge_task where kept_person_id = $1',
      [own.id],
    );
    expect(tasks).toEqual([{ kept_person_id: own.id, other_person_id: person.id, closed_at: null }]);
  });

  it('a record that is invited itself goes to the account beside its own one, and staff are asked as well', async () => {
    await setPolicy('ALLOW');
    const named = await givenPerson(portal, { givenName: 'Paul', familyName: 'Roy' });
    const { code } = await givenCode(portal, office, { personId: toPublicId('Person', named.id) });
    const member = await givenMember(portal, newAddress());
    const own = await givenPerson(portal, { givenName: 'Paul', familyName: 'Roy', accountId: member.id });

    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(accepted).toMatchObject({ accepted: true, next: { kind: 'DONE' } });
    const attached = await rows('select id from person where account_id = $1 order by added_at, id', [
      member.id,
    ]);
    expect(attached).toEqual(expect.arrayContaining([{ id: named.id }, { id: own.id }]));
    const tasks = await rows('select other_person_id from merge_task where kept_person_id = $1', [own.id]);
    expect(tasks).toEqual([{ other_person_id: named.id }]);
  });

  it('a record that belongs to another account leads to that account', async () => {
    await setPolicy('ALLOW');
    const named = await givenPerson(portal);
    const { code } = await givenCode(portal, office, { personId: toPublicId('Person', named.id) });
    const holder = await givenMember(portal, newAddress());
    await rows('update person set account_id = $1 where id = $2', [holder.id, named.id]);
    const member = await givenMember(portal, newAddress());

    const refusal = await refusedInBoth(locale =>
      perform(portal, 'acceptInvitation', { code }, { ...member.asked, locale }),
    );

    expect(refusal).toMatchObject({ __typename: 'InvitationTargetTaken', next: { kind: 'SIGN_IN' } });
  });

  it('a record of another association is no record here: the account gets the named one as well', async () => {
    await setPolicy('ALLOW');
    const { code, organization, person } = await givenPrincipalCode();
    const member = await givenMember(portal, newAddress());
    await givenPerson(portal, { associationId: portal.world.acps.association.id, accountId: member.id });

    await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(await delegatesOf(organization.id)).toEqual([{ person_id: person.id, suspended_at: null }]);
    expect(await rows('select account_id from person where id = $1', [person.id])).toEqual([
      { account_id: member.id },
    ]);
  });

  it('a membership gives access to the record, and its number signs in', async () => {
    await setPolicy('ALLOW');
    const person = await givenPerson(portal, { givenName: 'Étienne', familyName: 'Morin' });
    const membership = await givenMembership(
      portal,
      await givenClass(portal),
      { personId: person.id },
      { memberNumber: '2002' },
    );
    const address = newAddress();
    await issue(portal, office, { email: address, membershipId: toPublicId('Membership', membership.id) });
    const code = await codeMailedTo(portal, address);
    const member = await givenMember(portal, newAddress());

    const seen = await preview(portal, code);
    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(seen).toMatchObject({
      invitation: { targetKind: 'MEMBERSHIP', targetLabel: 'Adhésion', organizationName: null },
    });
    expect(accepted).toMatchObject({ next: { kind: 'VIEW_MEMBERSHIP' } });
    expect(await signedIn(portal, '2002')).toHaveProperty('accessToken');
  });

  it('a delegate who was on file before any account holds their delegation from then on', async () => {
    await setPolicy('ALLOW');
    const organization = await givenOrganization(portal);
    const person = await givenPerson(portal, { givenName: 'Ève', familyName: 'Roy' });
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    const organizationId = toPublicId('Organization', organization.id);
    const draft = { personId: toPublicId('Person', person.id), organizationId, roles: ['PRINCIPAL'] };
    const { code } = await givenCode(portal, office, draft);
    const member = await givenMember(portal, newAddress());

    await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(await delegatesOf(organization.id)).toEqual([{ person_id: person.id, suspended_at: null }]);
    const held = await rows(
      `select kind from account_holding where account_id = $1 and kind = 'DELEGATION'`,
      [member.id],
    );
    expect(held).toHaveLength(1);
  });

  it('a role in the staff is assigned at the association itself', async () => {
    await setPolicy('ALLOW');
    const administrator = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { code } = await givenCode(portal, administrator, { staffRole: 'READER' });
    const member = await givenMember(portal, newAddress());

    const seen = await preview(portal, code);
    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked);

    expect(seen.invitation.roleLabels).toEqual(['Consultation seulement']);
    expect(accepted).toMatchObject({ next: { kind: 'DONE' } });
    const assignments = await rows('select role, reach, to_at from staff_assignment where account_id = $1', [
      member.id,
    ]);
    expect(assignments).toEqual([{ role: 'READER', reach: 'NODE', to_at: null }]);
  });

  it('nobody who is signed out accepts, and the same key answers the same twenty times', async () => {
    await setPolicy('ALLOW');
    const { code, address } = await givenCode(portal, office);
    const member = await givenMember(portal, newAddress());
    const input = { code, idempotencyKey: 'accepter' };

    const signedOut = await send(portal, 'acceptInvitation', { code });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => perform(portal, 'acceptInvitation', input, member.asked)),
    );
    const other = await givenCode(portal, office);
    const reused = await refusedInBoth(locale =>
      perform(portal, 'acceptInvitation', { ...input, code: other.code }, { ...member.asked, locale }),
    );

    expect(signedOut.errors.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ accepted: true });
    expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    await portal.runDue();
    expect(portal.mailbox.to(address)).toHaveLength(2);
  });

  it('a delegation that somebody else has meanwhile is not given to an account either', async () => {
    await setPolicy('ALLOW');
    const { code, organization } = await givenPrincipalCode();
    await givenDelegations(portal, organization, await givenPerson(portal), 'PRINCIPAL');
    const member = await givenMember(portal, newAddress());

    const refusal = await refusedInBoth(locale =>
      perform(portal, 'acceptInvitation', { code }, { ...member.asked, locale }),
    );

    expect(refusal).toMatchObject({ __typename: 'InvitationTargetTaken', next: { kind: 'CONTACT_SUPPORT' } });
  });

  describe('« ce n’est pas moi »', () => {
    it('suspends the role, marks the invitation and alerts the office, once', async () => {
      await setPolicy('ALLOW');
      const { code, address, id, organization, person } = await givenPrincipalCode();
      const member = await givenMember(portal, newAddress());
      await perform(portal, 'acceptInvitation', { code }, member.asked);
      const token = await tokenMailedTo(portal, address, 'dispute');
      const ofInviter = await tokenMailedTo(portal, office.account.address, 'dispute');
      expect(ofInviter).toBe(token);

      const disputed = await perform(portal, 'disputeInvitation', { token });

      expect(disputed).toMatchObject({
        __typename: 'DisputeInvitationSuccess',
        next: { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
      });
      const [delegation] = await delegatesOf(organization.id);
      expect(delegation).toEqual({ person_id: person.id, suspended_at: portal.clock.now() });
      await portal.runDue();
      const alert = portal.mailbox.lastTo('aide@aqpm.example');
      expect(alert.subject).toBe('L’acceptation d’une invitation est contestée');
      for (const words of [address, 'Jean Tremblay', 'suspendus']) expect(alert.text).toContain(words);
      expect(
        await rows('select disputed_at from invitation where target_key like $1', [`%${organization.id}%`]),
      ).toEqual([{ disputed_at: portal.clock.now() }]);
      const node = await portal.graphql<{ node: { disputedAt: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Invitation { disputedAt } } }',
        { id },
        office.asked,
      );
      expect(node.data.node.disputedAt).toBe(portal.clock.now().toISOString());
      const again = await refusedInBoth(locale =>
        perform(portal, 'disputeInvitation', { token }, { locale }),
      );
      expect(again).toMatchObject({ __typename: 'ConfirmationTokenUsed' });
    });

    it('ends a role in the staff', async () => {
      await setPolicy('ALLOW');
      const administrator = await givenOffice(portal, { role: StaffRole.ADMIN });
      const { code, address } = await givenCode(portal, administrator, { staffRole: 'READER' });
      const member = await givenMember(portal, newAddress());
      await perform(portal, 'acceptInvitation', { code }, member.asked);

      await perform(portal, 'disputeInvitation', { token: await tokenMailedTo(portal, address, 'dispute') });

      const assignments = await rows('select to_at from staff_assignment where account_id = $1', [member.id]);
      expect(assignments).toEqual([{ to_at: portal.clock.now() }]);
    });

    it('of a record alerts the office, which has to untangle it', async () => {
      const { code, address } = await givenCode(portal, office);
      await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));

      await perform(portal, 'disputeInvitation', { token: await tokenMailedTo(portal, address, 'dispute') });
      await portal.runDue();

      expect(portal.mailbox.lastTo('aide@aqpm.example').text).toContain('veuillez vérifier');
    });

    it('is not known elsewhere, and not for ever', async () => {
      const { code, address } = await givenCode(portal, office);
      await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));
      const token = await tokenMailedTo(portal, address, 'dispute');
      const dispute = (text: string, clientKey?: string): Promise<Result> =>
        refusedInBoth(locale =>
          perform(portal, 'disputeInvitation', { token: text }, { locale, ...(clientKey && { clientKey }) }),
        );

      expect(await dispute(token, portal.world.acps.siteKey)).toMatchObject({
        __typename: 'ConfirmationTokenUnknown',
      });
      expect(await dispute('affilia_once_x')).toMatchObject({ __typename: 'ConfirmationTokenUnknown' });
      expect(await dispute('')).toMatchObject({ __typename: 'InvalidInput' });
      portal.clock.advance(30 * 86_400_000);
      expect(await dispute(token)).toMatchObject({ __typename: 'ConfirmationTokenExpired' });
    });
  });
});
