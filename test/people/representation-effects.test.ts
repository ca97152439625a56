import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import { localDateIn } from '../../src/kernel/time-zone.ts';
import type { Recoverable } from '../../src/modules/accounts/recovery/find-recoverable.ts';
import { knownAs } from '../../src/modules/accounts/recovery/known-as.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import {
  codeMailedTo,
  givenOffice,
  issue,
  newAccountInput,
  newAddress,
  perform as performInvitation,
  type Office,
} from '../invitations/operations.ts';
import { perform as performRecovery, tokensMailedTo } from '../recovery/operations.ts';
import { givenClientPortal } from '../recovery/given-login.ts';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { everyRow, mergePersons, mergeOrganizations, undoMerge } from './merge-operations.ts';
import { idOf, perform, representationsOf } from './representation-operations.ts';

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

describe('what a representation does (A9, C1, Z16)', () => {
  let portal: Portal;
  let office: Office;
  let strict: Body;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
    strict = await givenClientPortal(portal);
  });
  afterAll(() => portal.close());

  const fresh = async (): Promise<Asked> => {
    const clientKey = portal.world.aqpm.toolKey;
    return { clientKey, token: (await signedIn(portal, office.account.address, { clientKey })).accessToken };
  };
  const today = (): LocalDate => localDateIn(portal.world.aqpm.association.timeZone, portal.clock.now());
  const day = (offset: number): LocalDate => addDays(today(), offset);
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const record = async (fields: object, asked?: Asked): ReturnType<typeof perform> =>
    perform(
      portal,
      'recordRepresentation',
      { kind: 'EXECUTOR', from: day(-10), document: 'Testament notarié', ...fields },
      asked ?? (await fresh()),
    );
  const NOEL = { givenName: 'Noël', familyName: 'D’Amours' };
  describe('by names, where recovery asks for them', () => {
    const ask = (identifier: string, names: object): Promise<object> =>
      performRecovery(
        portal,
        'requestPasswordReset',
        { identifier, ...names },
        { clientKey: strict.siteKey },
      );
    const links = async (
      login: { username: string | null; address: string },
      names: object,
    ): Promise<number> => {
      await query('delete from attempt_window');
      await ask(login.username!, names);
      return (await tokensMailedTo(portal, login.address)).length;
    };
    let atStrict: Office;
    beforeAll(async () => {
      atStrict = await givenOffice(portal, { body: strict });
    });
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

  describe('an account that is opened for whoever is represented', () => {
    const open = async (person: { readonly id: PersonId }) => {
      const email = newAddress();
      await issue(portal, { ...office, asked: await fresh() }, { email, personId: idOf(person) });
      const code = await codeMailedTo(portal, email);
      return performInvitation(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));
    };
    const kindOf = async ({ id }: { readonly id: PersonId }): Promise<string | undefined> =>
      (
        await query<{ kind: string }>(
          'select a.kind from account a join person p on p.account_id = a.id where p.id = $1',
          [id],
        )
      )[0]?.kind;

    it('is non-personal, as that of anybody else is not', async () => {
      const [estate, over, anybody] = [
        await givenPerson(portal),
        await givenPerson(portal),
        await givenPerson(portal),
      ];
      await record({ personId: idOf(estate), ...NOEL });
      await record({ personId: idOf(over), ...NOEL, to: day(-1) });

      for (const person of [estate, over, anybody])
        expect((await open(person)).__typename).toBe('AcceptInvitationWithNewAccountSuccess');

      expect(await kindOf(estate)).toBe('NON_PERSONAL');
      expect(await kindOf(over)).toBe('INDIVIDUAL');
      expect(await kindOf(anybody)).toBe('INDIVIDUAL');
    });

    it('has no role on the staff, nor has one that two share', async () => {
      const admin = await givenOffice(portal, { role: StaffRole.ADMIN });
      const couple = await givenAccount(portal);
      await query(`update account set kind = 'JOINT' where id = $1`, [couple.id]);
      const half = await givenPerson(portal, { accountId: couple.id });
      await issue(portal, admin, { email: couple.address, personId: idOf(half), staffRole: 'FINANCE' });
      const code = await codeMailedTo(portal, couple.address);
      const { accessToken } = await signedIn(portal, couple.address);

      const answer = await performInvitation(portal, 'acceptInvitation', { code }, { token: accessToken });

      expect(answer.__typename).toBe('InvitationNeedsOwnAccount');
      expect(await query('select from staff_assignment where account_id = $1', [couple.id])).toEqual([]);
      await query(`update account set kind = 'INDIVIDUAL' where id = $1`, [couple.id]);
      const again = await performInvitation(portal, 'acceptInvitation', { code }, { token: accessToken });
      expect(again.__typename).toBe('AcceptInvitationSuccess');
    });
  });

  it('moves with a merge, on the days that the kept record lacks, and back to the byte', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const [heir, twin] = [await givenPerson(portal, NOEL), await givenPerson(portal, NOEL)];
    const house = await givenOrganization(portal);
    const double = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', double.id);
    await record({ personId: idOf(kept), representativePersonId: idOf(heir), to: day(-1) });
    await record({ personId: idOf(other), representativePersonId: idOf(heir), from: day(-30) });
    await record({ personId: idOf(other), kind: 'MANDATARY', ...NOEL });
    await record({ personId: idOf(kept), kind: 'TUTOR', representativePersonId: idOf(other) });
    await record({ organizationId, kind: 'DIRECTOR', representativePersonId: idOf(twin) });
    const before = await everyRow(portal);
    const spans = async (id: string): Promise<unknown[]> =>
      (await representationsOf(portal, id, await fresh()))!.representationHistory
        .map(({ kind, from, to }) => `${kind} ${from} ${to ?? ''}`)
        .sort();

    const merge = await mergePersons(portal, { asked: await fresh() }, kept, other);

    expect(merge.__typename).toBe('MergePersonsSuccess');
    expect(await spans(idOf(kept))).toEqual([
      `EXECUTOR ${day(-30)} ${day(-11)}`,
      `EXECUTOR ${day(-10)} ${day(-1)}`,
      `EXECUTOR ${day(0)} `,
      `MANDATARY ${day(-10)} `,
    ]);
    expect((await undoMerge(portal, { asked: await fresh() }, merge)).__typename).toBe('UndoMergeSuccess');
    const after = await everyRow(portal);
    expect(after['representation']).toEqual(before['representation']);

    await mergePersons(portal, { asked: await fresh() }, heir, twin);
    const houses = await mergeOrganizations(portal, { asked: await fresh() }, house, double);
    expect(houses.__typename).toBe('MergeOrganizationsSuccess');
    const seen = await representationsOf(portal, toPublicId('Organization', house.id), await fresh());
    expect(seen?.representations).toMatchObject([{ kind: 'DIRECTOR', representativeId: idOf(heir) }]);
  });
});
