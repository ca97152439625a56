import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { tokensMailedTo } from '../recovery/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { importedActs } from './given-imported.ts';

const mails = mutationsOf<'resendMail', { readonly __typename: string; readonly why: string }>(
  { resendMail: '... on MailNotResendable { why }' },
  '... on Problem { message }',
);

describe('an address that a file calls verified recovers (M1, M4, A4)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
  });
  afterAll(() => portal.close());

  const { query, givenImported, holdsElsewhere, confirm, lastTextTo, askReset } = importedActs(
    () => portal,
    () => office,
  );
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

  it('nothing of an administrator of the realm, whom the operator trusts and no file', async () => {
    const member = await givenImported();
    await query(
      `insert into realm_administrator (account_id, from_at, by_whom) values ($1, $2, 'exploitant')`,
      [member.id, portal.clock.now()],
    );
    await askReset(member.address);
    expect(await lastTextTo(member.address)).toContain(NOT_ONLINE);

    await confirm(member);
    await askReset(member.address);
    expect(await tokensMailedTo(portal, member.address)).toHaveLength(1);
  });

  it('by an address that is proved, where the primary one does not suffice', async () => {
    const member = await givenImported();
    const proved = `proved-${member.address}`;
    await query(
      `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
       values (gen_random_uuid(), $1, $2, $2, false, $3, $3)`,
      [member.id, proved, portal.clock.now()],
    );
    await holdsElsewhere(member, portal.world.acps);

    await askReset(member.address);

    expect(await tokensMailedTo(portal, proved)).toHaveLength(1);
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
