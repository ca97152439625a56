import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { mergingPorts, openMergeTask } from '../../src/modules/people/index.ts';
import { issue, type Office } from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenClass,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenOffices, idOf, mergingActs } from './given-merging.ts';
import { mergePersons, perform } from './merge-operations.ts';

describe('two records of one person become one (C13, Z15)', () => {
  let portal: Portal;
  let office: Office;
  let ofPeople: Awaited<ReturnType<typeof givenClass>>;
  const { query, node, rolesOf, member } = mergingActs(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
    [office] = await givenOffices(portal);
    ofPeople = await givenClass(portal);
  });
  afterAll(() => portal.close());

  const found = (id: string): ReturnType<typeof node> => node(id, office);
  const shown = (person: { readonly id: PersonId }): ReturnType<typeof node> => node(idOf(person), office);
  const people = async (search: string): Promise<{ totalCount: number; nodes: { id: string }[] }> => {
    const asked = `query ($filter: PersonFilter!) { persons(filter: $filter) { totalCount nodes { id displayName } } }`;
    const filter = { associationId: office.associationId, search };
    return (
      await portal.graphql<{ persons: { totalCount: number; nodes: { id: string }[] } }>(
        asked,
        { filter },
        office.asked,
      )
    ).data.persons;
  };

  it('knows what becomes of every column that names a person or an organization, and guards each of them', async () => {
    const { PERSON, ORGANIZATION } = portal.parts.ports.of(mergingPorts);
    const movers = [...PERSON.movers, ...ORGANIZATION.movers];
    const named = await query<{ column: string; held: boolean; guarded: boolean }>(
      `select c.table_name || '.' || c.column_name as column, bool_or(k.oid is not null) as held,
         bool_or(g.oid is not null) as guarded
       from information_schema.columns c
       left join pg_constraint k on k.contype = 'f' and k.conrelid = to_regclass(quote_ident(c.table_name))
         and k.confrelid in ('person'::regclass, 'organization'::regclass)
         and k.conkey = array[c.ordinal_position]::smallint[]
       left join pg_trigger g on g.tgrelid = k.conrelid and g.tgname = c.column_name || '_is_not_merged'
       where c.table_schema = 'public' and (k.oid is not null
         or c.column_name ~ '(person|organization)_id$' or c.table_name = 'external_id' and c.column_name = 'record_id')
       group by 1 order by 1`,
    );

    const known = new Set(movers.flatMap(({ columns }) => Object.keys(columns)));
    const unknown = named.filter(({ column }) => !known.has(column));
    expect(unknown).toEqual([]);
    const open = named.filter(({ held, guarded }) => held && !guarded).map(({ column }) => column);
    expect(open).toEqual(['organization.merged_into_id', 'person.merged_into_id']);
    const ofMemberships = await query<{ column: string }>(
      `select k.conrelid::regclass || '.' || a.attname as column from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.contype = 'f' and k.confrelid = 'membership'::regclass`,
    );
    expect(ofMemberships.filter(({ column }) => !known.has(column))).toEqual([]);
    for (const { tables } of [PERSON, ORGANIZATION].map(kind => ({
      tables: kind.movers.flatMap(one => one.tables.map(({ table }) => table)),
    })))
      expect(tables).toEqual([...new Set(tables)]);
  });

  it('gives the kept record all that the other has, and shows the other no more', async () => {
    const kept = await givenPerson(portal, { givenName: 'Noémie', familyName: 'Zébulon' });
    const other = await givenSomebodySignedIn(portal, {
      givenName: 'Noemie',
      familyName: 'Zébulonne',
      contactEmail: 'noemie@studio.example',
    });
    const house = await givenOrganization(portal);
    await givenDelegations(portal, house, other.person, 'PRINCIPAL', 'DUES');
    const membership = await member(ofPeople, other.person);
    const sister = await givenOrganization(portal);
    const invitation = await issue(portal, office, {
      personId: toPublicId('Person', other.person.id),
      organizationId: toPublicId('Organization', sister.id),
      roles: ['VOTING'],
    });
    expect((await people('Zebulon')).totalCount).toBe(2);

    const result = await mergePersons(portal, office, kept, other.person, { take: ['CONTACT_EMAIL'] });

    expect(result).toMatchObject({
      __typename: 'MergePersonsSuccess',
      merge: { state: 'DONE', otherName: 'Noemie Zébulonne' },
    });
    expect(await people('Zebulon')).toMatchObject({
      totalCount: 1,
      nodes: [{ displayName: 'Noémie Zébulon' }],
    });
    expect(await shown(other.person)).toBeNull();
    expect(await shown(kept)).not.toBeNull();
    expect(await rolesOf(kept)).toEqual(['DUES', 'PRINCIPAL']);
    const [row] = await query('select account_id, contact_email from person where id = $1', [kept.id]);
    expect(row).toEqual({ account_id: other.accountId, contact_email: 'noemie@studio.example' });
    expect(
      await query('select person_id, holder_search_key from membership where id = $1', [membership.id]),
    ).toEqual([{ person_id: kept.id, holder_search_key: kept.searchKey }]);
    const invited = await query('select person_id from invitation where organization_id = $1', [sister.id]);
    expect(invited).toEqual([{ person_id: kept.id }]);
    expect(await found(invitation.id)).not.toBeNull();
    await portal.runDue();
    expect(portal.mailbox.lastTo('noemie@studio.example').subject).toMatch(
      /^Vos dossiers n’en font plus qu’un/,
    );
    const audits = await query<{ act: string; before: object; after: { reason: string } }>(
      'select act, before, after from audit_entry where subject_id = $1 order by occurred_at',
      [kept.id],
    );
    expect(audits.at(-1)).toMatchObject({
      act: 'mergePersons',
      before: { otherId: other.person.id },
      after: { taken: ['CONTACT_EMAIL'] },
    });
    const { data } = await portal.graphql<{ viewer: object }>(
      '{ viewer { persons { displayName } memberships { memberNumber } } }',
      {},
      { token: other.token },
    );
    expect(data.viewer).toEqual({
      persons: [{ displayName: 'Noémie Zébulon' }],
      memberships: [{ memberNumber: membership.memberNumber }],
    });
  });

  it('makes one role of one that both have, without more rights than the stricter of the two', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const house = await givenOrganization(portal);
    await givenDelegations(portal, house, kept, 'DUES', 'CONTACT');
    await givenDelegations(portal, house, other, 'DUES', 'VOTING', 'CONTACT');
    await query(`update delegation set suspended_at = from_at where person_id = $1 and role = 'CONTACT'`, [
      other.id,
    ]);
    const ended = await givenOrganization(portal);
    await givenDelegations(portal, ended, kept, 'DUES');
    await givenDelegations(portal, ended, other, 'DUES');
    portal.clock.advance(days(1));
    await query('update delegation set to_at = $2 where person_id = $1 and organization_id = $3', [
      kept.id,
      portal.clock.now(),
      ended.id,
    ]);
    portal.clock.advance(days(1));
    [office] = await givenOffices(portal);

    await mergePersons(portal, office, kept, other);

    expect(await rolesOf(other)).toEqual(['CONTACT ended', 'DUES ended', 'DUES ended']);
    expect(await rolesOf(kept)).toEqual(['CONTACT', 'DUES', 'DUES', 'DUES ended', 'VOTING']);
    const suspended = `select role from delegation where person_id = $1 and suspended_at is not null`;
    expect(await query(suspended, [kept.id])).toEqual([{ role: 'CONTACT' }]);
  });

  it('leaves the mailbox that opens an account without an address to whoever has the account', async () => {
    const contactOf = async (keepsAccount: boolean): Promise<unknown[]> => {
      const { person, accountId } = await givenSomebodySignedIn(portal);
      const stranger = await givenPerson(portal, { contactEmail: 'clerk@maboite.ca' });
      await query(`update person set contact_email = 'own@maboite.ca' where id = $1`, [person.id]);
      await query('delete from account_address where account_id = $1', [accountId]);
      const [kept, other] = keepsAccount ? [person, stranger] : [stranger, person];
      await mergePersons(portal, office, kept, other, { take: keepsAccount ? ['CONTACT_EMAIL'] : [] });
      return query('select contact_email, account_id from person where id = $1', [kept.id]);
    };

    for (const keepsAccount of [true, false])
      expect(await contactOf(keepsAccount)).toEqual([
        { contact_email: 'own@maboite.ca', account_id: expect.any(String) },
      ]);
  });

  it('joins two histories where one membership ended before the other began', async () => {
    const [kept, other] = [await givenPerson(portal), await givenPerson(portal)];
    const old = { admittedOn: localDate('2019-01-01'), terms: [] };
    const left = [
      {
        classId: ofPeople.id,
        from: localDate('2019-01-01'),
        to: localDate('2021-01-01'),
        reason: 'ADMISSION',
      },
      { classId: ofPeople.id, from: localDate('2021-01-01'), to: null, reason: 'RESIGNATION' },
    ];
    const past = await member(ofPeople, other, { ...old, affiliations: left });
    const live = await member(ofPeople, kept);
    const count = async (): Promise<unknown> =>
      query('select members from membership_count where association_id = $1', [
        portal.world.aqpm.association.id,
      ]);
    const before = (await count()) as { members: string }[];

    expect((await mergePersons(portal, office, kept, other)).__typename).toBe('MergePersonsSuccess');

    const history = await query(
      'select from_on::text, to_on::text, reason from affiliation where membership_id = $1 order by 1',
      [live.id],
    );
    expect(history).toEqual([
      { from_on: '2019-01-01', to_on: '2021-01-01', reason: 'ADMISSION' },
      { from_on: '2021-01-01', to_on: '2025-04-01', reason: 'RESIGNATION' },
      { from_on: '2025-04-01', to_on: null, reason: 'ADMISSION' },
    ]);
    expect(await found(toPublicId('Membership', past.id as never))).toBeNull();
    expect(await count()).toEqual([{ members: String(Number(before[0]!.members) - 1) }]);
  });

  it('shows staff both records side by side, and lets them say that they are two', async () => {
    const [a, b] = [await givenPerson(portal), await givenPerson(portal)];
    await givenDelegations(portal, await givenOrganization(portal), b, 'PRINCIPAL', 'DUES');
    await portal.parts.db.transaction(tx =>
      openMergeTask(portal.parts, tx, {
        associationId: a.associationId,
        keptPersonId: a.id,
        otherPersonId: b.id,
      }),
    );
    const list = async (): Promise<{ totalCount: number; nodes: { id: string; other: object }[] }> =>
      (
        await portal.graphql<{ mergeTasks: { totalCount: number; nodes: { id: string; other: object }[] } }>(
          `query ($filter: MergeTaskFilter!) { mergeTasks(filter: $filter) { totalCount
             nodes { id kept { hasAccount person { id } } other { carries { thing count } } } } }`,
          { filter: { associationId: office.associationId } },
          office.asked,
        )
      ).data.mergeTasks;

    const { totalCount, nodes } = await list();

    const task = nodes.at(-1)!;
    expect(task.other).toEqual({ carries: [{ thing: 'DELEGATIONS', count: 2 }] });
    const dismiss = (): Promise<{ __typename: string }> =>
      perform(portal, 'dismissMergeTask', { mergeTaskId: task.id }, office.asked);
    expect((await dismiss()).__typename).toBe('DismissMergeTaskSuccess');
    expect((await list()).totalCount).toBe(totalCount - 1);
    expect((await dismiss()).__typename).toBe('MergeTaskNotFound');
    expect(await shown(b)).not.toBeNull();
  });
});
