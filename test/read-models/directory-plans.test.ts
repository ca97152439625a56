import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { WORD_BREAKS } from '../../src/kernel/word-search.ts';
import { ConnectionArgs } from '../../src/platform/graphql/connection.ts';
import { DirectoryOrder, readsOf, type Condition, type Directory } from '../../src/read-models/directory.ts';
import {
  OrganizationAwaits,
  organizationConditions,
  ORGANIZATIONS,
  PrincipalState,
  type OrganizationWishes,
} from '../../src/read-models/find-organizations.ts';
import { personConditions, PERSONS, type PersonWishes } from '../../src/read-models/find-persons.ts';
import { holdersNamed } from '../../src/read-models/name-conditions.ts';
import { inClass, statusIs } from '../../src/read-models/membership-conditions.ts';
import { MEMBERSHIPS } from '../../src/read-models/memberships.graphql.ts';
import { SHARED_MEMBERS } from '../../src/read-models/shared-members.graphql.ts';
import {
  historyJson,
  STATUS_CODES,
  statusOf,
  type StandingFacts,
} from '../../src/modules/memberships/index.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const TODAY = localDate('2026-11-22');
const STATUSES = Object.values(STATUS_CODES);
const NOW = new Date('2026-11-22T17:00:00Z');
const TODAY_NOW = { day: TODAY, at: NOW };
const ZERO = '00000000-0000-0000-0000-000000000000';

/** As many rows as it takes for an index to be worth its while, the numbers that are looked for among them. */
const NUMBERS = 'select i from generate_series(1, 20000) i where i % 4 = 0 or i in (777, 12345)';

/** Every way of being affiliated, paid and on leave around a day, with each other. */
const HISTORIES = `
  with classes as (
    insert into membership_class (id, association_id, code, name_fr, name_en, held_by, requires_cpl,
      insurance_eligible, certificate_eligible, votes, renewal_opens_days, grace_days)
    select gen_random_uuid(), $1::uuid, code, code, code, 'PERSON', false, false, false, false, opens, grace
    from (values ('WITH-GRACE', 60, 30), ('WITHOUT', 0, 0)) c (code, opens, grace) returning id, code
  ), wanted as (
    select gen_random_uuid() as person, gen_random_uuid() as id, row_number() over () as n, stays, terms, holds
    from (values ('{}'::int[][]), ('{{-400,null,0}}'), ('{{1,null,0}}'), ('{{0,null,0}}'), ('{{-400,-5,0}}'),
        ('{{-400,-1,0},{-1,null,9}}'), ('{{-400,-50,0},{-50,null,1}}'), ('{{-400,-9,0},{5,null,0}}')) s (stays),
      (values ('{}'::int[][]), ('{{-100,200}}'), ('{{-300,20}}'), ('{{-300,20},{20,385}}'), ('{{-300,20},{25,390}}'),
        ('{{-300,-10}}'), ('{{-300,0}}'), ('{{-300,1}}'), ('{{-300,-30}}'), ('{{-300,-29}}'), ('{{10,300}}'),
        ('{{-300,60}}'), ('{{-300,61}}'), ('{{-600,-300},{5,400}}'), ('{{0,365}}')) t (terms),
      (values ('{}'::int[][]), ('{{-3,null}}'), ('{{-30,0}}'), ('{{0,1}}'), ('{{1,null}}')) h (holds)
  ), people as (
    insert into person (id, association_id, given_name, family_name, search_key, locale, added_at)
    select person, $1, 'n', 'n', 'N' || n, 'fr-CA', now() from wanted
  ), memberships as (
    insert into membership (id, association_id, person_id, member_number, holder_search_key, admitted_on)
    select id, $1, person, 'H-' || n, 'N' || n, '2020-01-01' from wanted
  ), stays as (
    insert into affiliation
    select gen_random_uuid(), w.id, c.id, $2::date + stays[i][1], $2::date + stays[i][2],
      case stays[i][3] when 9 then 'RESIGNATION' else 'ADMISSION' end
    from wanted w, generate_subscripts(stays, 1) i
    cross join classes c where c.code = case stays[i][3] when 1 then 'WITHOUT' else 'WITH-GRACE' end
  ), terms as (
    insert into term
    select gen_random_uuid(), w.id, 'ROLLING', $2::date + terms[i][1], $2::date + terms[i][2]
    from wanted w, generate_subscripts(terms, 1) i
  )
  insert into hold
  select gen_random_uuid(), w.id, 'LEAVE', $2::date + holds[i][1], $2::date + holds[i][2]
  from wanted w, generate_subscripts(holds, 1) i`;

/** Rows that a look-up elsewhere in the database could still see as they were cannot be counted in their index alone. */
async function untilAllIsVisible(owner: Client): Promise<void> {
  await owner.query('vacuum analyze');
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await owner.query(
      `select from pg_class where relname in ('person', 'organization', 'membership') and relallvisible < relpages`,
    );
    if (rows.length === 0) return;
    await pause(200);
    await owner.query('vacuum person, organization, membership');
  }
}

describe('the statements of the directory', () => {
  let portal: Portal;
  let owner: Client;
  let associationId: string;
  let organizationId: string;
  beforeAll(async () => {
    portal = await openPortal();
    associationId = portal.world.acps.association.id;
    await givenClass(portal, { associationId: portal.world.acps.association.id, code: 'USUAL' });
    await givenClass(portal, { associationId: portal.world.acps.association.id, code: 'RARE' });
    owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query(
      `insert into section select gen_random_uuid(), $1, code, code, code from (values ('usual'), ('rare')) s (code)`,
      [associationId],
    );
    await owner.query(
      `insert into person (id, association_id, given_name, family_name, search_key, locale, contact_email, added_at)
       select gen_random_uuid(), $1, 'n', 'n', 'P' || lpad(i::text, 7, '0') || ' G' || i % 100, 'fr-CA',
         'p' || i || '@exemple.org', timestamptz '2025-01-01' + i * interval '1 minute'
       from (${NUMBERS}) n (i)`,
      [associationId],
    );
    await owner.query(
      `insert into organization (id, association_id, legal_name, legal_key, public_name_fr, public_name_en, search_key,
         search_key_en, province, country, added_at)
       select gen_random_uuid(), $1, 'n', 'N', 'n', 'n', 'N' || lpad(i::text, 7, '0') || ' G' || i % 100,
         'E' || lpad(i::text, 7, '0'), case when i % 2000 = 0 then 'YT' else 'QC' end, 'CA',
         timestamptz '2025-01-01' + i * interval '1 minute'
       from (${NUMBERS}) n (i)`,
      [associationId],
    );
    await owner.query(
      `insert into membership (id, association_id, person_id, organization_id, member_number, holder_search_key, admitted_on)
       select gen_random_uuid(), association_id, person_id, organization_id, left(search_key, 8), search_key, '2025-04-01'
       from (select association_id, id as person_id, null::uuid as organization_id, search_key from person
             union all select association_id, null, id, search_key from organization) h where association_id = $1`,
      [associationId],
    );
    await owner.query(
      `insert into affiliation
       select gen_random_uuid(), m.id, c.id, '2025-04-01', null, 'ADMISSION'
       from membership m join membership_class c on c.association_id = m.association_id
         and c.code = case when m.member_number like '%5000' then 'RARE' else 'USUAL' end;
       insert into organization_section
       select gen_random_uuid(), o.id, s.id, '2025-04-01', null
       from organization o join section s on s.association_id = o.association_id
         and s.code = case when o.search_key like 'N___5000%' then 'rare' else 'usual' end;
       insert into delegation (id, organization_id, person_id, role, from_at, suspended_at)
       select gen_random_uuid(), o.id, p.id, 'PRINCIPAL', '2025-05-01',
         case when o.search_key like 'N___5000%' then timestamptz '2025-06-01' end
       from organization o join person p on right(left(p.search_key, 8), 7) = right(left(o.search_key, 8), 7)`,
    );
    await owner.query(
      `insert into join_request (id, organization_id, person_id, asked_at, expires_at, ended_at, ended_why)
       select gen_random_uuid(), d.organization_id, d.person_id, d.from_at, d.from_at, d.from_at, 'REFUSED'
       from delegation d limit 2000`,
    );
    await owner.query(
      `with opened as (
         insert into account (id, kind, locale, opened_at)
         select gen_random_uuid(), 'INDIVIDUAL', 'fr-CA', timestamptz '2025-01-01' from generate_series(1, 20)
         returning id)
       update person p set account_id = a.id
       from (select id, row_number() over () as place from opened) a where p.search_key like 'P' || lpad((a.place * 1000)::text, 7, '0') || '%'`,
    );
    await owner.query('commit');
    await untilAllIsVisible(owner);
    // These tables fit into memory, and are small enough to be read whole: what is asked is whether they need to be.
    await owner.query('set random_page_cost = 1.1; set enable_hashjoin = off; set enable_mergejoin = off');
    const { rows } = await owner.query<{ id: string }>(
      `select id from organization where search_key like 'N0010000%'`,
    );
    organizationId = rows[0]?.id ?? '';
  });
  afterAll(async () => {
    await owner.end();
    await portal.close();
  });

  const planOf = (rows: readonly { readonly 'QUERY PLAN': string }[]): string =>
    rows.map(row => row['QUERY PLAN']).join('\n');
  const BIG = /Seq Scan on (organization|membership|person|affiliation|delegation|organization_section)\b/;

  it.each<[string, Directory, DirectoryOrder, string]>([
    ['organizations', ORGANIZATIONS, DirectoryOrder.NAME, 'organization_association_id_search_key_idx'],
    ['memberships', MEMBERSHIPS, DirectoryOrder.NAME, 'membership_by_name_idx'],
    ['shared members', SHARED_MEMBERS, DirectoryOrder.NAME, 'membership_by_name_idx'],
    ['persons', PERSONS, DirectoryOrder.NAME, 'person_association_id_search_key_idx'],
    ['new organizations', ORGANIZATIONS, DirectoryOrder.NEWEST, 'organization_association_id_added_at_idx'],
    ['new memberships', MEMBERSHIPS, DirectoryOrder.NEWEST, 'membership_association_id_admitted_on_idx'],
    ['new persons', PERSONS, DirectoryOrder.NEWEST, 'person_association_id_added_at_idx'],
  ])(
    'read %s by their index both ways, without sorting or reading a whole table',
    async (_, directory, order, index) => {
      for (const part of [{ first: 20 }, { last: 20 }]) {
        const args = Object.assign(new ConnectionArgs(), part);
        const { page } = readsOf(directory, { associationId, conditions: [], order, args });
        const key = order === DirectoryOrder.NAME ? [`'N0010000'`, `'O'`] : [`'2025-01-10'`, `'2026-01-01'`];
        const values = [`'${associationId}'`, key[0], `'${ZERO}'`, key[1], `'${ZERO}'`, '21'];
        await owner.query('set plan_cache_mode = force_generic_plan');
        await owner.query(`prepare hot as ${page.statement.text}`);
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
          `explain execute hot(${values.join(', ')})`,
        );
        await owner.query('deallocate hot');
        await owner.query('reset plan_cache_mode');

        const plan = planOf(rows);
        expect(plan).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`));
        expect(plan).toMatch(/Index Cond: \(\(association_id = \$1\) AND \(ROW\(/);
        expect(plan).not.toContain('Sort');
        expect(plan).not.toMatch(BIG);
      }
    },
  );

  type Conditions = readonly Condition[];
  const organizations = (wishes: OrganizationWishes): Promise<Conditions> =>
    organizationConditions(portal.parts, { id: associationId, now: NOW, today: TODAY }, wishes);
  const people = (wishes: PersonWishes): readonly Condition[] => personConditions(wishes, NOW);

  it.each<[string, Directory, () => Conditions | Promise<Conditions>, RegExp]>([
    ['a word of a person', PERSONS, () => people({ search: 'p0012345' }), /person_name_words_idx/],
    ['an account', PERSONS, () => people({ hasAccount: true }), /Index (Only )?Scan (using|on) person_/],
    ['an address', PERSONS, () => people({ email: 'P777@exemple.org' }), /person_association_id_email_idx/],
    [
      'a member number',
      PERSONS,
      () => people({ memberNumber: 'P0000777' }),
      /membership_association_id_member_number_key/,
    ],
    ['an organization', PERSONS, () => people({ organizationId: publicId() }), /delegation_\w+/],
    [
      'an English name',
      ORGANIZATIONS,
      () => organizations({ search: 'e0012345' }),
      /organization_name_words_idx/,
    ],
    ['a class', ORGANIZATIONS, () => organizations({ classCode: 'RARE' }), /affiliation_class_id_idx/],
    [
      'a section',
      ORGANIZATIONS,
      () => organizations({ sectionCode: 'rare' }),
      /organization_section_section_id_idx/,
    ],
    [
      'a province',
      ORGANIZATIONS,
      () => organizations({ province: 'YT' }),
      /organization_association_id_province_idx/,
    ],
    [
      'a suspended principal',
      ORGANIZATIONS,
      () => organizations({ principal: PrincipalState.SUSPENDED }),
      /delegation_suspended_idx/,
    ],
    [
      'a name of a member',
      MEMBERSHIPS,
      () => holdersNamed('p0012345'),
      /(?=[^]*organization_name_words_idx)[^]*person_name_words_idx/,
    ],
    [
      'a class of members',
      MEMBERSHIPS,
      () => inClass(portal.parts, associationId, 'RARE', TODAY_NOW),
      /affiliation_class_id_idx/,
    ],
  ])('find by %s through its index, and count by it', async (_, directory, conditions, index) => {
    const reads = readsOf(directory, {
      associationId,
      conditions: await conditions(),
      order: DirectoryOrder.NAME,
      args: new ConnectionArgs(),
    });
    for (const { statement, values } of [reads.page, reads.count]) {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [...values]);

      expect(planOf(rows)).toMatch(index);
      expect(planOf(rows)).not.toMatch(BIG);
    }
  });
  const publicId = (): string => toPublicId('Organization', organizationId as never);

  it.each([
    [OrganizationAwaits.INVITATION, 'invitation_unanswered_idx'],
    [OrganizationAwaits.JOIN_REQUEST, 'join_request_open_idx'],
    [OrganizationAwaits.HANDOVER, 'principal_handover_open_idx'],
    [OrganizationAwaits.HANDOVER_APPROVAL, 'principal_handover_open_idx'],
  ])('find what awaits an answer (%s) by an index of those that do', async (awaits, index) => {
    const asked = {
      associationId,
      conditions: await organizations({ awaits }),
      order: DirectoryOrder.NAME,
      args: new ConnectionArgs(),
    };
    const { statement, values } = readsOf(ORGANIZATIONS, asked).page;
    // The tables are empty here.
    await owner.query('set enable_seqscan = off');
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [...values]);
    await owner.query('reset enable_seqscan');

    expect(planOf(rows)).toContain(index);
  });

  it.each<[string, Directory, readonly Condition[]]>([
    ['persons', PERSONS, []],
    ['organizations', ORGANIZATIONS, []],
  ])('count all %s in their index alone', async (_, directory, conditions) => {
    const asked = { associationId, conditions, order: DirectoryOrder.NAME, args: new ConnectionArgs() };
    const { statement, values } = readsOf(directory, asked).count;
    await owner.query('set enable_seqscan = off');
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [...values]);
    await owner.query('reset enable_seqscan');

    expect(planOf(rows)).toMatch(/Index Only Scan using/);
  });

  it.each(['ON_HOLD', 'ENDED'] as const)(
    'find and count those who stand as %s from the few rows that say so',
    async code => {
      const conditions = [statusIs(code, TODAY_NOW)];
      const asked = { associationId, conditions, order: DirectoryOrder.NAME, args: new ConnectionArgs() };
      const { count, page } = readsOf(MEMBERSHIPS, asked);
      for (const { statement, values } of [count, page]) {
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [
          ...values,
        ]);

        expect(planOf(rows)).toMatch(/Join|Nested Loop/);
        expect(planOf(rows)).not.toContain('SubPlan');
      }
    },
  );

  it('say of a membership what the rule of its status says, whatever its history', async () => {
    await owner.query('begin');
    await owner.query(HISTORIES, [portal.world.icu.association.id, TODAY]);
    const said = STATUSES.map(
      code =>
        `case when ${statusIs(code, TODAY_NOW)(value => (value === NOW ? '$3' : '$2'))} then '${code}' end`,
    );
    const { rows } = await owner.query<{ codes: string[]; history: Omit<StandingFacts, 'timeZone'> }>(
      `select array_remove(array[${said.join(', ')}], null) as codes, ${historyJson('m')} as history
       from membership m where m.association_id = $1`,
      [portal.world.icu.association.id, TODAY, NOW],
    );
    await owner.query('rollback');
    const { timeZone } = portal.world.icu.association;

    const codes = new Set(rows.flatMap(row => row.codes));
    expect(rows.length).toBeGreaterThan(400);
    expect(codes.size).toBe(7);
    for (const row of rows)
      expect([row.codes, row.history]).toEqual([
        [statusOf({ timeZone, ...row.history }, NOW).code],
        row.history,
      ]);
  });

  it('know where every mark parts words, as the search does', async () => {
    const marks = Array.from(WORD_BREAKS);
    const { rows } = await owner.query<{ words: string }>(
      'select array_to_string(tsvector_to_array(name_words($1)), $2) as words',
      [marks.map((mark, i) => `${mark}W${i}`).join(''), ' '],
    );

    expect(rows[0]?.words.split(' ').sort()).toEqual(marks.map((_, i) => `W${i}`).sort());
  });
});
