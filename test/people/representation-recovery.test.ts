import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import type { Recoverable } from '../../src/modules/accounts/recovery/find-recoverable.ts';
import { knownAs } from '../../src/modules/accounts/recovery/known-as.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClientPortal } from '../recovery/given-login.ts';
import { perform as performRecovery, tokensMailedTo } from '../recovery/operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { idOf, perform } from './representation-operations.ts';

it('a mail calls an account by who uses it, never by who stands for them', () => {
  const nothing = { addresses: [], memberNumbers: [] };
  const user = { accountId: 'a' as never, rootId: 'r', contactEmail: null };
  const persons = [
    { ...user, givenName: 'Succession', familyName: 'Zoé Roy' },
    { ...user, givenName: 'Noël', familyName: 'D’Amours', represents: true as const },
  ];
  const account = { id: 'a' as never, username: null, locale: 'fr-CA', persons } as unknown as Recoverable;

  expect(knownAs(account, 'r', { of: () => nothing })).toBe('Succession Zoé Roy');
});

describe('the names of who represents, where recovery asks for names (A9, Z16)', () => {
  let portal: Portal;
  let strict: Body;
  let atStrict: Office;
  beforeAll(async () => {
    portal = await openPortal();
    strict = await givenClientPortal(portal);
    atStrict = await givenOffice(portal, { body: strict });
  });
  afterAll(() => portal.close());

  const day = (offset: number): LocalDate =>
    addDays(dayAt(strict.association.timeZone, portal.clock.now()), offset);
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const NOEL = { givenName: 'Noël', familyName: 'D’Amours' };
  const record = (fields: object, asked: Asked): ReturnType<typeof perform> =>
    perform(
      portal,
      'recordRepresentation',
      { kind: 'EXECUTOR', from: day(-10), document: 'Testament notarié', ...fields },
      asked,
    );
  const ask = (identifier: string, names: object): Promise<object> =>
    performRecovery(portal, 'requestPasswordReset', { identifier, ...names }, { clientKey: strict.siteKey });
  const links = async (
    login: { username: string | null; address: string },
    names: object,
  ): Promise<number> => {
    await query('delete from attempt_window');
    await ask(login.username!, names);
    return (await tokensMailedTo(portal, login.address)).length;
  };
  const asStaff = async (): Promise<Asked> => {
    const clientKey = strict.toolKey;
    return {
      clientKey,
      token: (await signedIn(portal, atStrict.account.address, { clientKey })).accessToken,
    };
  };
  const givenEstate = async (kind = 'INDIVIDUAL') => {
    const account = await givenAccount(portal, { associationIds: [strict.association.id] });
    await query('update account set kind = $2 where id = $1', [account.id, kind]);
    const person = await givenPerson(portal, {
      associationId: strict.association.id,
      accountId: account.id,
      familyName: 'Succession',
    });
    return { ...account, person };
  };

  it('a representative’s serve on their days, and on no other, and no mail goes to them', async () => {
    const estate = await givenEstate();
    const heir = await givenPerson(portal, {
      associationId: strict.association.id,
      ...NOEL,
      contactEmail: 'heritier@maboite.example',
    });
    const personId = idOf(estate.person);
    const of = async (fields: object): Promise<string> =>
      (await record({ personId, ...fields }, await asStaff())).__typename;
    expect(await links(estate, NOEL)).toBe(0);
    expect(await of({ representativePersonId: idOf(heir) })).toBe('RecordRepresentationSuccess');
    expect(await of({ kind: 'MANDATARY', givenName: 'Ève', familyName: 'Hier', to: day(-1) })).toBe(
      'RecordRepresentationSuccess',
    );
    expect(await of({ kind: 'MANDATARY', givenName: 'Ida', familyName: 'Demain', from: day(1) })).toBe(
      'RecordRepresentationSuccess',
    );

    expect(await links(estate, { givenName: 'noel', familyName: 'damours' })).toBe(1);
    expect(await links(estate, { givenName: 'Zoé', familyName: 'Succession' })).toBe(1);
    expect(await links(estate, { givenName: 'Ève', familyName: 'Hier' })).toBe(0);
    expect(await links(estate, { givenName: 'Ida', familyName: 'Demain' })).toBe(0);
    expect(await links(estate, { givenName: 'Noël', familyName: 'Succession' })).toBe(0);
    expect(portal.mailbox.to('heritier@maboite.example').map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Vous êtes inscrit comme représentant'),
    ]);
    portal.clock.advance(days(1));
    expect(await links(estate, { givenName: 'Ida', familyName: 'Demain' })).toBe(1);
  });

  it('a director’s serve for the account of a company among those who act for it, not for theirs', async () => {
    const company = await givenEstate('NON_PERSONAL');
    const delegate = await givenEstate();
    const organization = await givenOrganization(portal, { associationId: strict.association.id });
    await givenDelegations(portal, organization, company.person, 'DUES');
    await givenDelegations(portal, organization, delegate.person, 'CONTACT');
    const organizationId = toPublicId('Organization', organization.id);
    expect(await links(company, NOEL)).toBe(0);

    await record({ organizationId, kind: 'DIRECTOR', ...NOEL }, await asStaff());

    expect(await links(company, NOEL)).toBe(1);
    expect(await links(delegate, NOEL)).toBe(0);
    await query('update delegation set to_at = $2 where person_id = $1', [
      company.person.id,
      portal.clock.now(),
    ]);
    expect(await links(company, NOEL)).toBe(0);
  });
});
