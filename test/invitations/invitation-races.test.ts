import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { AssociationEntity, type InvitationMismatch } from '../../src/modules/associations/index.ts';
import { givenOrganization } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  givenCode,
  givenMember,
  givenOffice,
  newAddress,
  perform,
  tokenMailedTo,
  type Office,
} from './operations.ts';

describe('invitations that meet in the database', () => {
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
  const recordsAndTasks = async (accountId: AccountId): Promise<readonly [number, number]> => {
    const [counted] = await portal.parts.db.entities.query<{ records: number; tasks: number }[]>(
      `select count(*)::int as records, (
         select count(*)::int from merge_task t join person p on p.id = t.kept_person_id where p.account_id = $1) as tasks
       from person where account_id = $1`,
      [accountId],
    );
    return [counted?.records ?? 0, counted?.tasks ?? 0];
  };

  it('an account that accepts two at the same moment gets both records, and staff are asked about them', async () => {
    const member = await givenMember(portal, newAddress());
    const codes = [await givenCode(portal, office), await givenCode(portal, office)];

    const accepted = await Promise.all(
      codes.map(({ code }) => perform(portal, 'acceptInvitation', { code }, member.asked)),
    );

    expect(accepted).toMatchObject([{ accepted: true }, { accepted: true }]);
    expect(await recordsAndTasks(member.id)).toEqual([2, 1]);
  });

  it('and so does one that accepts both in one request', async () => {
    const member = await givenMember(portal, newAddress());
    const [one, other] = [await givenCode(portal, office), await givenCode(portal, office)];
    const twice = `mutation ($one: AcceptInvitationInput!, $other: AcceptInvitationInput!) {
      one: acceptInvitation(input: $one) { __typename }
      other: acceptInvitation(input: $other) { __typename }
    }`;

    await portal.graphql(twice, { one: { code: one.code }, other: { code: other.code } }, member.asked);

    expect(await recordsAndTasks(member.id)).toEqual([2, 1]);
  });

  it('an act sees what the one before it in the same request has given', async () => {
    const member = await givenMember(portal, newAddress());
    const { code } = await givenCode(portal, office);
    const both = `mutation ($code: String!) {
      acceptInvitation(input: { code: $code }) { __typename }
      updateProfile(input: { givenName: "Luce", familyName: "Roy" }) { __typename }
    }`;

    const { data } = await portal.graphql<Record<string, { __typename: string }>>(
      both,
      { code },
      member.asked,
    );

    expect(data['updateProfile']).toEqual({ __typename: 'UpdateProfileSuccess' });
  });

  it('the yes of the invited address counts although staff sent a newer code at that moment', async () => {
    await setPolicy('VERIFY');
    const { code, address, id } = await givenCode(portal, office);
    const member = await givenMember(portal, newAddress());
    await perform(portal, 'acceptInvitation', { code }, member.asked);
    const token = await tokenMailedTo(portal, address, 'confirmation');
    const isHeld = await hold(portal, 'select from invitation where email = $1 for update', [address]);

    const resent = perform(portal, 'resendInvitation', { invitationId: id }, office.asked);
    await isHeld.untilWaiting(1);
    const confirmed = perform(portal, 'confirmInvitationAddress', { token });
    await isHeld.untilWaiting(2);
    await isHeld.letGo();

    expect((await resent).__typename).toBe('ResendInvitationSuccess');
    expect((await confirmed).__typename).toBe('ConfirmInvitationAddressSuccess');
  });

  it('an acceptance does not wait for a list of invitations to the same organization', async () => {
    await setPolicy('ALLOW');
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    const { code } = await givenCode(portal, office, { organizationId, roles: ['CONTACT'] });
    const member = await givenMember(portal, newAddress());
    // As each row does that names it; the next row of such a list may wait for this acceptance.
    const isNamed = await hold(portal, 'select from organization where id = $1 for key share', [
      organization.id,
    ]);

    const accepted = await perform(portal, 'acceptInvitation', { code }, member.asked).finally(isNamed.letGo);

    expect(accepted).toMatchObject({ accepted: true });
  });
});
