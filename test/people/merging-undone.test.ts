import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { openMergeTask } from '../../src/modules/people/index.ts';
import { issue, type Office } from '../invitations/operations.ts';
import { perform as performDelegate } from '../organizations/delegate-operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenClass,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenOffices, mergingActs } from './given-merging.ts';
import { everyRow, mergePersons, undoMerge } from './merge-operations.ts';

describe('one record of a person becomes two again (C13)', () => {
  let portal: Portal;
  let office: Office;
  let second: Office;
  let ofPeople: Awaited<ReturnType<typeof givenClass>>;
  const { query, node, member } = mergingActs(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
    [office, second] = await givenOffices(portal);
    ofPeople = await givenClass(portal);
  });
  afterAll(() => portal.close());

  const found = (id: string): ReturnType<typeof node> => node(id, office);

  it.each([
    ['long before', '2019-01-01'],
    ['on the day', '2025-04-01'],
  ])('is undone to the byte, whatever moved: the one was over %s when the other began', async (_, left) => {
    const kept = await givenPerson(portal, { givenName: 'Ida', familyName: 'Ouellet' });
    const other = await givenSomebodySignedIn(portal, { givenName: 'Ida', familyName: 'Ouellette' });
    const [both, one] = [await givenOrganization(portal), await givenOrganization(portal)];
    await givenDelegations(portal, both, kept, 'DUES');
    await givenDelegations(portal, both, other.person, 'DUES');
    await givenDelegations(portal, one, other.person, 'PRINCIPAL');
    await givenDelegations(portal, one, kept, 'CONTACT');
    const past = await member(ofPeople, kept, {
      admittedOn: localDate(left),
      terms: [],
      affiliations: [{ classId: ofPeople.id, from: localDate(left), to: null, reason: 'RESIGNATION' }],
    });
    await member(ofPeople, other.person);
    await issue(portal, office, {
      personId: toPublicId('Person', other.person.id),
      organizationId: toPublicId('Organization', (await givenOrganization(portal)).id),
      roles: ['VOTING'],
    });
    const associationId = portal.world.aqpm.association.id;
    await query(
      `insert into external_id (association_id, source, kind, external_id, record_id, said)
       values ($1, 'ancien', 'PEOPLE', $3, $2, '{}')`,
      [associationId, other.person.id, left],
    );
    const pair = { associationId, keptPersonId: kept.id, otherPersonId: other.person.id };
    await portal.parts.db.transaction(tx => openMergeTask(portal.parts, tx, pair));
    const before = await everyRow(portal);
    const mails = await query<{ id: string }>('select id, person_id from mail order by id');

    const merged = await mergePersons(portal, office, kept, other.person, {
      take: ['NAME', 'LOCALE', 'CONTACT_EMAIL', 'WORK_PHONE'],
    });
    const meanwhile = await everyRow(portal);
    const undone = await undoMerge(portal, second, merged);

    const changed = Object.keys(before).filter(table => String(before[table]) !== String(meanwhile[table]));
    expect(changed).toEqual(
      expect.arrayContaining([
        'account_holding',
        'affiliation',
        'delegation',
        'external_id',
        'invitation',
        'membership',
        'merge_task',
        'person',
        'sign_in_identifier',
        'term',
      ]),
    );
    expect(undone).toMatchObject({
      __typename: 'UndoMergeSuccess',
      merge: { state: 'UNDONE', viewerCan: { undo: false } },
    });
    expect(await everyRow(portal)).toEqual(before);
    const known = mails.map(({ id }) => id);
    expect(
      await query('select id, person_id from mail where id = any ($1::uuid[]) order by id', [known]),
    ).toEqual(mails);
    expect(await found(toPublicId('Membership', past.id as never))).not.toBeNull();
    expect((await undoMerge(portal, second, merged)).__typename).toBe('RecordMergeNotFound');
  });

  it('is not undone over what has changed since, nor after thirty days', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const house = await givenOrganization(portal);
    await givenDelegations(portal, house, other, 'PRINCIPAL', 'DUES');
    const merged = await mergePersons(portal, office, kept, other);
    const input = {
      organizationId: toPublicId('Organization', house.id),
      personId: toPublicId('Person', kept.id),
      roles: ['PRINCIPAL', 'CONTACT'],
    };
    await performDelegate(portal, 'changeDelegateRoles', input, office.asked);

    expect(await undoMerge(portal, office, merged)).toMatchObject({
      __typename: 'MergeHasMovedOn',
      changed: [{ thing: 'DELEGATIONS', count: 1 }],
    });

    const [a, b] = [await givenPerson(portal), await givenPerson(portal)];
    const again = await mergePersons(portal, office, a, b);
    portal.clock.advance(days(31));
    [office, second] = await givenOffices(portal);
    expect((await undoMerge(portal, office, again)).__typename).toBe('MergeUndoTooLate');
  });
});
