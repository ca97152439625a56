import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
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
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { everyRow, mergePersons, mergeOrganizations, undoMerge } from './merge-operations.ts';
import { idOf, perform, representationsOf } from './representation-operations.ts';

describe('what a representation does (C1, Z16)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const fresh = async (): Promise<Asked> => {
    const clientKey = portal.world.aqpm.toolKey;
    return { clientKey, token: (await signedIn(portal, office.account.address, { clientKey })).accessToken };
  };
  const today = (): LocalDate => dayAt(portal.world.aqpm.association.timeZone, portal.clock.now());
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

    it('is never the one that a representative has, whatever the invitation gives', async () => {
      const [estate, ward] = [await givenPerson(portal), await givenAccount(portal)];
      const own = await givenPerson(portal, { accountId: ward.id });
      const heir = await givenAccount(portal);
      await givenPerson(portal, { accountId: heir.id, ...NOEL });
      for (const { id } of [estate, own]) await record({ personId: toPublicId('Person', id), ...NOEL });
      const accept = async (invited: object, by: typeof heir): Promise<string> => {
        await issue(portal, { ...office, asked: await fresh() }, { email: by.address, ...invited });
        const code = await codeMailedTo(portal, by.address);
        const { accessToken: token } = await signedIn(portal, by.address);
        return (await performInvitation(portal, 'acceptInvitation', { code }, { token })).__typename;
      };
      const organizationId = toPublicId('Organization', (await givenOrganization(portal)).id);
      const house = { organizationId, roles: ['CONTACT'] };

      expect(await accept({ personId: idOf(estate) }, heir)).toBe('RepresentedNeedsOwnAccount');
      expect(await accept({ personId: idOf(estate), ...house }, heir)).toBe('RepresentedNeedsOwnAccount');
      expect(await accept({ personId: idOf(own), ...house }, ward)).toBe('AcceptInvitationSuccess');

      expect(await kindOf(estate)).toBeUndefined();
      expect(await query('select from merge_task where other_person_id = $1', [estate.id])).toEqual([]);
      expect(await query('select from delegation where person_id = $1', [estate.id])).toEqual([]);
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
