import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashSync } from 'bcryptjs';
import { fromPublicId, newId, toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { accountByIdentifier, recordHolding } from '../../src/modules/accounts/index.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { perform as performAccount, type Result as SignedIn } from '../accounts/operations.ts';
import {
  codeMailedTo,
  givenOffice,
  issue,
  perform as performInvitation,
  type Office,
} from '../invitations/operations.ts';
import { actsOf, givenHouse } from '../organizations/given-house.ts';
import { joinable, rolesOf } from '../organizations/joining-operations.ts';
import { perform as performRecovery, tokenMailedTo, tokensMailedTo } from '../recovery/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { csv, imported } from './operations.ts';

const OLD = 'Mot de passe 1997';
const ACCOUNTS = 'person,username,email,email verified,password hash';

const mails = mutationsOf<'resendMail', { readonly __typename: string; readonly why: string }>(
  { resendMail: '... on MailNotResendable { why }' },
  '... on Problem { message }',
);

type Member = Asked & { readonly id: AccountId; readonly address: string; readonly signIn: SignedIn };

describe('an address that a file calls verified (M1, M4, A4)', () => {
  let portal: Portal;
  let office: Office;
  const { join, setWays, verify } = actsOf(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
  });
  afterAll(() => portal.close());

  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const take = async (kind: string, file: string): Promise<void> => {
    expect(await imported(portal, office, file, { kind })).toMatchObject({ state: 'DONE' });
  };
  const signIn = (identifier: string, password = OLD): Promise<SignedIn> =>
    performAccount(portal, 'signIn', { identifier, password });

  let count = 0;
  /** Somebody of whom an administrator says who they are, where they read mail, and with what they sign in. */
  const givenImported = async (domain = 'maboite.example', contactEmail = ''): Promise<Member> => {
    const key = `m${++count}`;
    const address = `${key}@${domain}`;
    await take(
      'PEOPLE',
      csv('id,given name,family name,language,email', `${key},Ida,Roy-${key},fr,${contactEmail}`),
    );
    await take('ACCOUNTS', csv(ACCOUNTS, `${key},,${address},oui,${hashSync(OLD, 4)}`));
    const signedIn = await signIn(address);
    const id = fromPublicId('Account', signedIn.account.id)!;
    return { id, address, signIn: signedIn, token: signedIn.session.accessToken };
  };
  const holdsElsewhere = ({ id: accountId }: Pick<Member, 'id'>, { association }: Body): Promise<void> =>
    portal.parts.db.transaction(tx =>
      recordHolding(portal.parts, tx, {
        accountId,
        associationId: association.id,
        kind: 'MEMBERSHIP',
        subjectId: newId(portal.clock, portal.parts.random),
      }),
    );
  const confirm = async (member: Member): Promise<void> => {
    await performAccount(portal, 'requestEmailConfirmation', {}, member);
    await portal.runDue();
    const token = portal.mailbox.lastTo(member.address).links[0]!.split('#token=')[1]!;
    expect((await performAccount(portal, 'confirmEmail', { token })).__typename).toBe('ConfirmEmailSuccess');
  };
  const lastTextTo = async (address: string): Promise<string> => {
    await portal.runDue();
    return portal.mailbox.lastTo(address).text;
  };
  const askReset = (identifier: string): Promise<unknown> =>
    performRecovery(portal, 'requestPasswordReset', { identifier });

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

    expect(await accountByIdentifier(portal.parts, member.address)).toBeNull();
    expect(await accountByIdentifier(portal.parts, member.address, { evenClosed: true })).toBe(member.id);
    await confirm(member);
    expect(await accountByIdentifier(portal.parts, member.address)).toBe(member.id);
  });

  it('is told to whoever forgot what signs in', async () => {
    const { address } = await givenImported();

    await performRecovery(portal, 'requestUsernameReminder', { address });

    expect(await lastTextTo(address)).toContain(address);
  });

  describe('recovers', () => {
    const NOT_ONLINE = 'Il ne peut pas être ouvert en ligne pour le moment.';

    it('what the association gave that says so, and nothing that another gave', async () => {
      const member = await givenImported();
      await askReset(member.address);
      expect(await tokensMailedTo(portal, member.address)).toHaveLength(1);

      await holdsElsewhere(member, portal.world.acps);
      await askReset(member.address);
      expect(await lastTextTo(member.address)).toContain(NOT_ONLINE);

      await confirm(member);
      await askReset(member.address);
      expect(await tokensMailedTo(portal, member.address)).toHaveLength(1);
    });

    it('no more when its mail is sent again after another association gave something', async () => {
      const member = await givenImported();
      await askReset(member.address);
      await portal.runDue();
      const [mail] = await query<{ id: string }>(
        `select id from mail where account_id = $1 and letter = 'password-reset-link'`,
        [member.id],
      );
      const mailId = toPublicId('Mail', mail!.id as never);
      await holdsElsewhere(member, portal.world.acps);

      const { why } = await mails.perform(portal, 'resendMail', { mailId }, office.asked);

      expect(why).toBe('ADDRESS_CHANGED');
    });

    it('by a contact address as far as those reach who wrote it down', async () => {
      const contact = 'ida.contact@maboite.example';
      const member = await givenImported('maboite.example', contact);
      await query(`delete from sign_in_identifier where account_id = $1 and kind = 'EMAIL'`, [member.id]);
      await query('delete from account_address where account_id = $1', [member.id]);
      await askReset(contact);
      expect(await tokensMailedTo(portal, contact)).toHaveLength(1);

      await holdsElsewhere(member, portal.world.acps);
      await askReset(contact);
      expect(await lastTextTo(contact)).toContain(NOT_ONLINE);

      await query(
        `insert into person (id, association_id, given_name, family_name, search_key, locale, contact_email, account_id, added_at)
         values (gen_random_uuid(), $1, 'Ida', 'Roy', 'ROY IDA', 'fr-CA', $2, $3, $4)`,
        [portal.world.acps.association.id, contact.toUpperCase(), member.id, portal.clock.now()],
      );
      await askReset(contact);
      expect(await tokensMailedTo(portal, contact)).toHaveLength(1);
    });
  });
});
