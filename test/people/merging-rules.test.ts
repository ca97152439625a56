import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonId } from '../../src/kernel/id.ts';
import { isBusyDatabase } from '../../src/platform/graphql/busy-database.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import {
  givenClass,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenOffices, mergingActs } from './given-merging.ts';
import { mergePersons, perform, type MergeShown } from './merge-operations.ts';

describe('who may make two records one, and what happens at the same moment (C13, Z15)', () => {
  let portal: Portal;
  let office: Office;
  let second: Office;
  let ofPeople: Awaited<ReturnType<typeof givenClass>>;
  const { query, rolesOf, member } = mergingActs(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
    [office, second] = await givenOffices(portal);
    ofPeople = await givenClass(portal);
  });
  afterAll(() => portal.close());

  const above = (limit: number | null): Promise<unknown> =>
    query('update association set second_person_above = $2 where id = $1', [
      portal.world.aqpm.association.id,
      limit,
    ]);

  it('is refused for what somebody has to do first, and for what is nobody’s to do', async () => {
    const [kept, other] = [await givenSomebodySignedIn(portal), await givenSomebodySignedIn(portal)];
    expect(await mergePersons(portal, office, kept.person, other.person)).toMatchObject({
      __typename: 'MergeNeedsOneAccount',
      next: { kind: 'LINK_ACCOUNTS' },
    });

    const [a, b] = [await givenPerson(portal), await givenPerson(portal)];
    const [first, next] = [await member(ofPeople, a), await member(ofPeople, b)];
    expect(await mergePersons(portal, office, a, b)).toMatchObject({
      __typename: 'MergeNeedsOneMembership',
      memberNumbers: [first.memberNumber, next.memberNumber],
    });

    const [own] = await query<{ id: PersonId }>('select id from person where account_id = $1', [
      office.account.id,
    ]);
    const free = await givenPerson(portal);
    expect((await mergePersons(portal, office, free, own!)).__typename).toBe('MergeOfOwnRecord');
    expect(await mergePersons(portal, office, free, free)).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'otherPersonId'] }],
    });
    const elsewhere = await givenPerson(portal, { associationId: portal.world.acps.association.id });
    expect((await mergePersons(portal, office, free, elsewhere)).__typename).toBe('PersonNotFound');
    const reader = await givenOffice(portal, { role: 'READER' as never });
    expect((await mergePersons(portal, reader, free, kept.person)).__typename).toBe('PersonNotFound');
    const planners = await givenOffice(portal, { body: portal.world.icu });
    const [national, provincial] = [
      await givenPerson(portal, { associationId: portal.world.icu.association.id }),
      await givenPerson(portal, { associationId: portal.world.oppi.id }),
    ];
    expect((await mergePersons(portal, planners, national, provincial)).__typename).toBe('InvalidInput');
  });

  it('waits for a second person above the association’s limit, who is never the one who prepared it', async () => {
    await above(1);
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const house = await givenOrganization(portal);
    await givenDelegations(portal, house, other, 'PRINCIPAL', 'DUES');

    const prepared = await mergePersons(portal, office, kept, other);
    const ask = (
      name: 'approveMerge' | 'withdrawMerge',
      { asked }: Office,
    ): Promise<{ __typename: string; merge: MergeShown }> =>
      perform(portal, name, { mergeId: prepared.merge.id }, asked);

    expect(prepared.merge).toMatchObject({
      state: 'PREPARED',
      records: 2,
      viewerCan: { approve: false, withdraw: true, undo: false },
    });
    expect(await rolesOf(kept)).toEqual([]);
    expect((await mergePersons(portal, second, other, kept)).__typename).toBe('MergeAlreadyPrepared');
    expect((await ask('approveMerge', office)).__typename).toBe('MergeNeedsSecondPerson');
    const third = await givenOffice(portal);
    const outcomes = await Promise.all([
      ask('approveMerge', second),
      ask('approveMerge', third),
      ask('withdrawMerge', office),
    ]);
    const won = outcomes.filter(({ __typename }) => __typename.endsWith('Success'));
    expect(won).toHaveLength(1);
    expect(outcomes.filter(({ __typename }) => __typename === 'RecordMergeNotFound')).toHaveLength(2);
    const gone = await query('select from person where id = $1 and merged_into_id is not null', [other.id]);
    expect(gone).toHaveLength(won[0]!.__typename === 'ApproveMergeSuccess' ? 1 : 0);
    await above(null);
  });

  it('judges again when it is approved, and withdraws what was prepared for a record that is gone', async () => {
    await above(1);
    const kept = await givenSomebodySignedIn(portal);
    const [other, third] = [await givenPerson(portal), await givenPerson(portal)];
    await givenDelegations(portal, await givenOrganization(portal), other, 'PRINCIPAL', 'DUES');
    const { merge } = await mergePersons(portal, office, kept.person, other);
    const approve = (): Promise<{ __typename: string }> =>
      perform(portal, 'approveMerge', { mergeId: merge.id }, second.asked);
    const { accountId } = await givenSomebodySignedIn(portal);
    const give = 'update person set account_id = $2 where id = $1';

    await query(give, [other.id, accountId]);
    const twoAccounts = await approve();
    await query(give, [other.id, null]);
    await above(null);
    const elsewhere = await mergePersons(portal, office, third, other);

    expect(merge.state).toBe('PREPARED');
    expect(twoAccounts.__typename).toBe('MergeNeedsOneAccount');
    expect(elsewhere.merge.state).toBe('DONE');
    expect((await approve()).__typename).toBe('RecordMergeNotFound');
    const ends = 'select withdrawn_at is not null as withdrawn from record_merge where kept_id = $1';
    expect(await query(ends, [kept.person.id])).toEqual([{ withdrawn: true }]);
  });

  it('ends in one record when two of the staff merge the same two in opposite directions', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b] = [await givenPerson(portal), await givenPerson(portal)];

      const results = await Promise.all([
        mergePersons(portal, office, a, b),
        mergePersons(portal, second, b, a),
      ]);

      expect(results.map(({ __typename }) => __typename).sort()).toEqual([
        'MergePersonsSuccess',
        'PersonNotFound',
      ]);
      expect(
        (await query('select from person where id = any ($1) and merged_into_id is null', [[a.id, b.id]]))
          .length,
      ).toBe(1);
    }
  });

  it('loses nothing that somebody else writes at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const kept = await givenPerson(portal);
      const other = await givenSomebodySignedIn(portal);
      const house = await givenOrganization(portal);
      const profile = { givenName: 'Léa', familyName: 'Nouveau-Nom' };
      const change = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }';

      const [merged, granted, changed] = await Promise.all([
        mergePersons(portal, office, kept, other.person, { take: ['NAME'] }),
        givenDelegations(portal, house, other.person, 'DUES').then(
          () => true,
          () => false,
        ),
        portal.graphql<{ updateProfile: { __typename: string } }>(
          change,
          { input: profile },
          { token: other.token },
        ),
      ]);

      expect(merged.__typename).toBe('MergePersonsSuccess');
      expect(await rolesOf(kept)).toEqual(granted ? ['DUES'] : []);
      expect(await rolesOf(other.person)).toEqual([]);
      const [row] = await query<{ family_name: string }>('select family_name from person where id = $1', [
        kept.id,
      ]);
      const isChanged =
        (changed.data as { updateProfile?: { __typename: string } } | null)?.updateProfile?.__typename ===
        'UpdateProfileSuccess';
      if (isChanged) expect(row!.family_name).toBe('Nouveau-Nom');
      else expect(changed.status).toBeGreaterThanOrEqual(400);
    }
  });

  it.each(['person', 'organization'] as const)(
    'lets nothing land on a record (%s) that was merged while somebody waited for it',
    async table => {
      const given = table === 'person' ? givenPerson : givenOrganization;
      const [kept, other] = [await given(portal), await given(portal)];
      const place = {
        person: await givenPerson(portal),
        organization: await givenOrganization(portal),
        [table]: other,
      };
      let letEnd: () => void = () => undefined;
      const end = new Promise<void>(resolve => (letEnd = resolve));
      let isHeld: () => void = () => undefined;
      const held = new Promise<void>(resolve => (isHeld = resolve));
      const merging = portal.parts.db.transaction(async tx => {
        await tx.query(`select from ${table} where id = $1 for update`, [other.id]);
        isHeld();
        await end;
        await tx.query(`update ${table} set merged_into_id = $2 where id = $1`, [other.id, kept.id]);
      });
      await held;

      const writing = Promise.allSettled([
        query(
          `insert into delegation (id, organization_id, person_id, role, from_at)
           values (gen_random_uuid(), $1, $2, 'DUES', $3)`,
          [place.organization.id, place.person.id, portal.clock.now()],
        ),
        query(`update ${table} set search_key = 'CHANGED' where id = $1`, [other.id]),
      ]);
      const observer = await hold(portal, 'select 1');
      await observer.untilWaiting(2);
      await observer.letGo();
      letEnd();
      await merging;

      for (const one of await writing) {
        const { status, reason } = one as { status: string; reason: unknown };
        expect([status, String(reason)]).toEqual([
          'rejected',
          expect.stringContaining('merged into another'),
        ]);
        expect(isBusyDatabase(reason)).toBe(true);
      }
      expect(await query(`select from delegation where ${table}_id = $1`, [other.id])).toEqual([]);
      expect(
        await query(`select from ${table} where id = $1 and search_key = 'CHANGED'`, [other.id]),
      ).toEqual([]);
    },
  );
});
