import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountByIdentifier } from '../../src/modules/accounts/index.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import {
  codeMailedTo,
  givenOffice,
  issue,
  perform as performInvitation,
  type Office,
} from '../invitations/operations.ts';
import { actsOf, givenHouse } from '../organizations/given-house.ts';
import { joinable, rolesOf } from '../organizations/joining-operations.ts';
import { perform as performRecovery, tokenMailedTo } from '../recovery/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { importedActs } from './given-imported.ts';

describe('an address that a file calls verified (M1, M4, A4)', () => {
  let portal: Portal;
  let office: Office;
  const { join, setWays, verify } = actsOf(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
  });
  afterAll(() => portal.close());

  const { query, signIn, givenImported, confirm, lastTextTo, askReset } = importedActs(
    () => portal,
    () => office,
  );

  it('signs in, and is shown as not confirmed until it is', async () => {
    const member = await givenImported();

    expect(member.signIn).toMatchObject({
      __typename: 'SignInSuccess',
      account: { addresses: [{ address: member.address, primary: true, verified: false }] },
      next: { kind: 'CONFIRM_EMAIL' },
    });
    const { data } = await portal.graphql<{
      viewer: { persons: { profileForm: { fields: { path: string[]; value: string | null }[] } }[] };
    }>('{ viewer { persons { profileForm { fields { path value } } } } }', {}, member);
    const [email] = data.viewer.persons[0]!.profileForm.fields.filter(({ path }) => path[0] === 'email');
    expect(email?.value).toBe(member.address);

    await confirm(member);

    expect(await signIn(member.address)).toMatchObject({
      account: { addresses: [{ verified: true }] },
      next: { kind: 'DONE' },
    });
  });

  it('is proved by a password that was set through a mail', async () => {
    const { address } = await givenImported();

    await askReset(address);
    const input = { token: await tokenMailedTo(portal, address), newPassword: 'Printemps vert!2027' };
    expect((await performRecovery(portal, 'resetPassword', input)).__typename).toBe('ResetPasswordSuccess');

    expect(await signIn(address, input.newPassword)).toMatchObject({
      account: { addresses: [{ verified: true }] },
    });
  });

  it('lets nobody join an organization by its domain before', async () => {
    const house = await givenHouse(portal);
    await verify(house, 'bigcorp.example', house.office);
    await setWays(house, { acceptsDomains: true });
    const member = await givenImported('bigcorp.example');

    const refused = await join(house, member);
    const offered = await joinable(portal, member);
    await confirm(member);
    const joined = await join(house, member);

    expect(refused.__typename).toBe('OrganizationNotJoinable');
    expect(offered).toEqual([]);
    expect(rolesOf(joined.organization).join()).toContain('CONTACT');
  });

  it('is asked before it accepts what was mailed there, and who invited is told', async () => {
    const { id } = portal.world.aqpm.association;
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id }, { invitationMismatch: 'REFUSE' }),
    );
    const inviter = await givenOffice(portal);
    await query('update account_address set verified_at = null, imported_by = $2 where account_id = $1', [
      inviter.account.id,
      id,
    ]);
    const member = await givenImported();
    await issue(portal, inviter, { email: member.address, givenName: 'Luc', familyName: 'Essai' });
    const code = await codeMailedTo(portal, member.address);

    const asked = await performInvitation(portal, 'acceptInvitation', { code }, member);
    await confirm(member);
    const accepted = await performInvitation(portal, 'acceptInvitation', { code }, member);

    expect(asked).toMatchObject({ accepted: false, next: { kind: 'CONFIRM_EMAIL' } });
    expect(accepted).toMatchObject({ __typename: 'AcceptInvitationSuccess', accepted: true });
    await portal.runDue();
    expect(portal.mailbox.to(inviter.account.address)).toHaveLength(1);
  });

  it('finds its person for the staff whose file brought it, and for no other', async () => {
    const elsewhere = await givenOffice(portal, { body: portal.world.acps, role: StaffRole.ADMIN });
    const { id, address } = await givenImported();
    await query(
      `insert into person (id, association_id, given_name, family_name, search_key, locale, account_id, added_at)
       values (gen_random_uuid(), $1, 'Ida', 'Roy', 'ROY IDA', 'fr-CA', $2, $3)`,
      [portal.world.acps.association.id, id, portal.clock.now()],
    );
    const found = async ({ associationId, asked }: Office): Promise<number> => {
      const { data } = await portal.graphql<{ persons: { totalCount: number } }>(
        'query ($filter: PersonFilter!) { persons(filter: $filter) { totalCount } }',
        { filter: { associationId, email: address } },
        asked,
      );
      return data.persons.totalCount;
    };

    expect([await found(office), await found(elsewhere)]).toEqual([1, 0]);
  });

  it('names nobody to the operator who appoints an administrator of the realm, and whoever is dismissed', async () => {
    const member = await givenImported();
    const username = `ida-${member.address}`.replace('@', '-');
    await query(
      `insert into sign_in_identifier (kind, association_id, value, account_id)
       select 'USERNAME', association_id, $2, $1 from sign_in_identifier where account_id = $1`,
      [member.id, username],
    );
    const named = (options = {}): Promise<(string | null)[]> =>
      Promise.all([member.address, username].map(one => accountByIdentifier(portal.parts, one, options)));

    expect(await named()).toEqual([null, null]);
    expect(await named({ toDismiss: true })).toEqual([member.id, member.id]);
    await confirm(member);
    expect(await named()).toEqual([member.id, member.id]);
  });

  it('is told to whoever forgot what signs in', async () => {
    const { address } = await givenImported();

    await performRecovery(portal, 'requestUsernameReminder', { address });

    expect(await lastTextTo(address)).toContain(address);
  });
});
