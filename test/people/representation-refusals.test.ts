import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayAt } from '../../src/kernel/deadline.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { PersonEntity } from '../../src/modules/people/index.ts';
import { signedIn, perform as performAccount } from '../accounts/operations.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import {
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { idOf, perform, send } from './representation-operations.ts';

describe('a representation that is not recorded, or not ended (C1, Z16)', () => {
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
  const end = async (representationId: string, fields: object = {}): ReturnType<typeof perform> =>
    perform(portal, 'endRepresentation', { representationId, ...fields }, await fresh());
  const NOEL = { givenName: 'Noël', familyName: 'D’Amours' };
  it('is told why not, rule by rule', async () => {
    const asked = await fresh();
    const late = await givenPerson(portal);
    const personId = idOf(late);
    const organizationId = toPublicId('Organization', (await givenOrganization(portal)).id);
    const own = await portal.parts.db.entities.findOneByOrFail(PersonEntity, {
      accountId: office.account.id,
    });
    const stranger = await givenPerson(portal, { associationId: portal.world.icu.association.id });
    const owned = await givenOrganization(portal);
    await givenDelegations(portal, owned, own, 'CONTACT');
    const { givenName, familyName } = own;
    const unclaimed = await givenPerson(portal, { givenName, familyName });
    const namesake = await givenSomebodySignedIn(portal, { givenName, familyName });
    const upload = (await sent(portal, asked, PDF, { associationId: office.associationId })).id;
    await query(`update upload set removed_at = $1 where removed_at is null and kept_at is null`, [
      portal.clock.now(),
    ]);

    const told = [];
    for (const fields of [
      { ...NOEL },
      { personId, organizationId, ...NOEL },
      { organizationId, kind: 'TUTOR', ...NOEL },
      { personId, givenName: 'Noël' },
      { personId, ...NOEL, to: day(-11) },
      { personId, ...NOEL, from: '1899-12-31' },
      { personId, ...NOEL, to: '9999-12-31' },
      { personId, representativePersonId: personId },
      { personId, ...NOEL, uploadId: upload },
      { personId: idOf(stranger), ...NOEL },
      { personId: idOf(own), ...NOEL },
      { personId, representativePersonId: idOf(stranger) },
      { organizationId: toPublicId('Organization', owned.id), kind: 'DIRECTOR', ...NOEL },
      { personId, representativePersonId: idOf(own) },
      { personId, givenName, familyName },
      { personId, representativePersonId: idOf(unclaimed) },
    ]) {
      const { __typename: name, issues } = await record(fields, asked);
      told.push([name, ...((issues as typeof issues | undefined) ?? []).map(({ path }) => path.at(-1))]);
    }

    expect(told).toEqual([
      ['InvalidInput', 'personId'],
      ['InvalidInput', 'organizationId'],
      ['InvalidInput', 'kind'],
      ['InvalidInput', 'familyName'],
      ['InvalidInput', 'to'],
      ['InvalidInput', 'from'],
      ['InvalidInput', 'to'],
      ['InvalidInput', 'representativePersonId'],
      ['InvalidInput', 'uploadId'],
      ['PersonNotFound'],
      ['PersonNotFound'],
      ['PersonNotFound'],
      ['OrganizationNotFound'],
      ['OwnRepresentation'],
      ['OwnRepresentation'],
      ['OwnRepresentation'],
    ]);
    const another = await record({ personId, representativePersonId: idOf(namesake.person) }, asked);
    expect(another.__typename).toBe('RecordRepresentationSuccess');
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const foreign = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.ADMIN });
    const { representation } = await record({ personId, ...NOEL }, asked);
    for (const { asked: outside } of [reader, foreign]) {
      expect((await record({ personId, ...NOEL }, outside)).__typename).toBe('PersonNotFound');
      const input = { representationId: representation.id };
      const answer = await perform(portal, 'endRepresentation', input, outside);
      expect(answer.__typename).toBe('RepresentationNotFound');
    }
    const other = await givenOffice(portal, { name: 'Paul Autre' });
    const ofClerk = [
      { personId: idOf(own), ...NOEL },
      { personId, kind: 'MANDATARY', representativePersonId: idOf(own) },
      { personId, kind: 'TUTOR', representativePersonId: idOf(unclaimed) },
      { personId, kind: 'TRUSTEE', givenName, familyName },
      { organizationId: toPublicId('Organization', owned.id), kind: 'DIRECTOR', ...NOEL },
    ];
    for (const fields of ofClerk) {
      const made = (await record(fields, other.asked)).representation;
      expect(made.viewerCan).toEqual({ end: true });
      expect((await end(made.id)).__typename).toBe('RepresentationNotFound');
    }
    const { refreshToken } = await signedIn(portal, office.account.address, {
      clientKey: portal.world.aqpm.toolKey,
    });
    portal.clock.advance(minutes(11));
    const { clientKey } = asked;
    const { session } = await performAccount(
      portal,
      'refreshSession',
      { refreshToken },
      { clientKey: clientKey! },
    );
    const stale = { clientKey: clientKey!, token: session.accessToken };
    expect((await record({ personId, ...NOEL }, stale)).__typename).toBe('SignInTooOld');
    expect(
      (await perform(portal, 'endRepresentation', { representationId: representation.id }, stale)).__typename,
    ).toBe('SignInTooOld');
    const atSite = await givenSomebodySignedIn(portal);
    const input = { personId, ...NOEL, kind: 'TUTOR', from: today(), document: 'x' };
    const { errors } = await send(portal, 'recordRepresentation', input, { token: atSite.token });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
