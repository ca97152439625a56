import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { mergingPorts } from '../../src/modules/people/index.ts';
import { openMergeTask } from '../../src/modules/people/index.ts';
import { givenOffice, issue, type Office } from '../invitations/operations.ts';
import { perform as performDelegate } from '../organizations/delegate-operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { everyRow, mergePersons, perform, undoMerge, type MergeShown } from './merge-operations.ts';

describe('two records of one person become one (C13, Z15)', () => {
  let portal: Portal;
  let office: Office;
  let second: Office;
  let ofPeople: Awaited<ReturnType<typeof givenClass>>;
  /** Sessions of staff end within hours. */
  const openOffices = async (): Promise<void> => {
    office = await givenOffice(portal);
    second = await givenOffice(portal, { name: 'Rosalie Relève' });
  };
  beforeAll(async () => {
    portal = await openPortal();
    await openOffices();
    ofPeople = await givenClass(portal);
  });
  afterAll(() => portal.close());

  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const node = async (id: string): Promise<{ __typename: string } | null> => {
    const asked = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    return (await portal.graphql<{ node: { __typename: string } | null }>(asked, { id }, office.asked)).data
      .node;
  };
  const personNode = ({ id }: { readonly id: PersonId }): Promise<object | null> =>
    node(toPublicId('Person', id));
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
  const above = (limit: number | null): Promise<unknown> =>
    query('update association set second_person_above = $2 where id = $1', [
      portal.world.aqpm.association.id,
      limit,
    ]);
  const rolesOf = async ({ id }: { readonly id: PersonId }): Promise<string[]> => {
    const rows = await query<{ role: string; ended: boolean }>(
      'select role, to_at is not null as ended from delegation where person_id = $1 order by role, ended',
      [id],
    );
    return rows.map(({ role, ended }) => (ended ? `${role} ended` : role));
  };
  let number = 0;
  const member = (
    person: { readonly id: PersonId },
    more: object = {},
  ): Promise<{ id: string; memberNumber: string }> =>
    givenMembership(portal, ofPeople, { personId: person.id }, { memberNumber: `AQ-${++number}`, ...more });

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
    const membership = await member(other.person);
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
    expect(await personNode(other.person)).toBeNull();
    expect(await personNode(kept)).not.toBeNull();
    expect(await rolesOf(kept)).toEqual(['DUES', 'PRINCIPAL']);
    const [row] = await query('select account_id, contact_email from person where id = $1', [kept.id]);
    expect(row).toEqual({ account_id: other.accountId, contact_email: 'noemie@studio.example' });
    expect(
      await query('select person_id, holder_search_key from membership where id = $1', [membership.id]),
    ).toEqual([{ person_id: kept.id, holder_search_key: kept.searchKey }]);
    const invited = await query('select person_id from invitation where organization_id = $1', [sister.id]);
    expect(invited).toEqual([{ person_id: kept.id }]);
    expect(await node(invitation.id)).not.toBeNull();
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
    await openOffices();

    await mergePersons(portal, office, kept, other);

    expect(await rolesOf(other)).toEqual(['CONTACT ended', 'DUES ended', 'DUES ended']);
    expect(await rolesOf(kept)).toEqual(['CONTACT', 'DUES', 'DUES', 'DUES ended', 'VOTING']);
    const suspended = `select role from delegation where person_id = $1 and suspended_at is not null`;
    expect(await query(suspended, [kept.id])).toEqual([{ role: 'CONTACT' }]);
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
    const past = await member(other, { ...old, affiliations: left });
    const live = await member(kept);
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
    expect(await node(toPublicId('Membership', past.id as never))).toBeNull();
    expect(await count()).toEqual([{ members: String(Number(before[0]!.members) - 1) }]);
  });

  it('is undone to the byte, whatever moved', async () => {
    const kept = await givenPerson(portal, { givenName: 'Ida', familyName: 'Ouellet' });
    const other = await givenSomebodySignedIn(portal, { givenName: 'Ida', familyName: 'Ouellette' });
    const [both, one] = [await givenOrganization(portal), await givenOrganization(portal)];
    await givenDelegations(portal, both, kept, 'DUES');
    await givenDelegations(portal, both, other.person, 'DUES');
    await givenDelegations(portal, one, other.person, 'PRINCIPAL');
    await givenDelegations(portal, one, kept, 'CONTACT');
    const past = await member(kept, {
      admittedOn: localDate('2019-01-01'),
      terms: [],
      affiliations: [
        { classId: ofPeople.id, from: localDate('2019-01-01'), to: null, reason: 'RESIGNATION' },
      ],
    });
    await member(other.person);
    await issue(portal, office, {
      personId: toPublicId('Person', other.person.id),
      organizationId: toPublicId('Organization', (await givenOrganization(portal)).id),
      roles: ['VOTING'],
    });
    const associationId = portal.world.aqpm.association.id;
    await query(
      `insert into external_id (association_id, source, kind, external_id, record_id, digest)
       values ($1, 'ancien', 'PEOPLE', '7', $2, 'x')`,
      [associationId, other.person.id],
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
    expect(await node(toPublicId('Membership', past.id as never))).not.toBeNull();
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
    await openOffices();
    expect((await undoMerge(portal, office, again)).__typename).toBe('MergeUndoTooLate');
  });

  it('is refused for what somebody has to do first, and for what is nobody’s to do', async () => {
    const [kept, other] = [await givenSomebodySignedIn(portal), await givenSomebodySignedIn(portal)];
    expect(await mergePersons(portal, office, kept.person, other.person)).toMatchObject({
      __typename: 'MergeNeedsOneAccount',
      next: { kind: 'LINK_ACCOUNTS' },
    });

    const [a, b] = [await givenPerson(portal), await givenPerson(portal)];
    const [first, next] = [await member(a), await member(b)];
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
    expect(await personNode(b)).not.toBeNull();
  });
});
