import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { sweepUploads } from '../../src/modules/documents/index.ts';
import { readAuditRows, type AuditFilter } from '../../src/modules/privacy/audit-trail/audit-rows.ts';
import { createHouseWordings } from '../../src/wording.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { here, STORE } from '../documents/upload-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { days, seconds } from '../support/fake-clock.ts';
import { givenPerson, givenSomebodySignedIn, type SignedIn } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { signedIn } from '../accounts/operations.ts';

const TRAIL = `query ($filter: AuditTrailFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  auditTrail(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage endCursor startCursor }
    nodes { occurredAt act actLabel actor { accountId displayName } client { id name }
      subject { kind id name } changes { field label before after } requestId } } }`;
const EXPORT = 'exportJob { id state rows size expiresAt link { url expiresAt } }';

interface Entry {
  readonly occurredAt: string;
  readonly act: string;
  readonly actor: { readonly accountId: string | null; readonly displayName: string | null };
  readonly subject: { readonly id: string | null };
}
interface Trail {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly endCursor: string;
    readonly startCursor: string;
    readonly hasNextPage: boolean;
  };
  readonly nodes: readonly Entry[];
}
interface Exported {
  readonly id: string;
  readonly state: string;
  readonly rows: number | null;
  readonly link: { readonly url: string } | null;
}
interface Result {
  readonly __typename: string;
  readonly exportJobId: string;
  readonly issues: readonly { readonly path: string[]; readonly message: string }[];
  readonly exportJob: Exported;
}

const { send, perform } = mutationsOf<'startExport' | 'updateProfile', Result>(
  {
    startExport: `... on ExportRunning { exportJobId } ... on StartExportSuccess { ${EXPORT} }`,
    updateProfile: '',
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

const UUID = '01890000-0000-7000-8000-000000000000';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !/sign-on\/pages|privacy\//.test(name))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'));

describe('the audit trail (P4)', () => {
  let portal: Portal;
  let admin: Office;
  let member: SignedIn;
  let memberId: string;
  let associationId: string;
  beforeAll(async () => {
    portal = await openPortal();
    admin = await givenOffice(portal, { role: StaffRole.ADMIN, name: 'Anne Greffe' });
    member = await givenSomebodySignedIn(portal, { givenName: '=1+1', familyName: 'Roy' });
    memberId = toPublicId('Person', member.person.id);
    ({ associationId } = admin);
  });
  afterAll(async () => {
    await portal.close();
    await rm(STORE, { recursive: true, force: true });
  });

  const trail = async (filter: object, page: object = {}, asked: Asked = admin.asked): Promise<Trail> => {
    // What is written at one instant stands in no order.
    portal.clock.advance(seconds(1));
    const variables = { filter: { associationId, ...filter }, ...page };
    const { data, errors } = await portal.graphql<{ auditTrail: Trail }>(TRAIL, variables, asked);
    if (errors.length > 0) throw new Error(errors.map(({ extensions }) => extensions.code).join());
    return data.auditTrail;
  };
  const anew = async ({ account }: Office, clientKey = portal.world.aqpm.toolKey): Promise<Asked> => ({
    clientKey,
    token: (await signedIn(portal, account.address, { clientKey })).accessToken,
  });
  const rows = (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    portal.parts.db.entities.query(sql, values);
  const job = async (id: string, asked: Asked): Promise<Exported | null> =>
    (
      await portal.graphql<{ exportJob: Exported | null }>(
        `query ($id: ID!) { ${EXPORT.replace('exportJob', 'exportJob(id: $id)')} }`,
        { id },
        asked,
      )
    ).data.exportJob;

  it('tells an administrator in both languages who changed what, before and after, in which request', async () => {
    const then = portal.clock.now().toISOString();
    const { headers } = await send(
      portal,
      'updateProfile',
      { personId: memberId, givenName: '=1+1', familyName: 'Côté', workPhone: '514 622-6483' },
      { token: member.token },
    );

    const filter = { act: 'updateProfile', subjectId: memberId };
    const [french] = (await trail(filter)).nodes;
    const [english] = (await trail(filter, {}, { ...admin.asked, locale: 'en-CA' })).nodes;

    expect(french).toEqual({
      occurredAt: then,
      act: 'updateProfile',
      actLabel: 'Changement d’un profil',
      actor: { accountId: toPublicId('Account', member.accountId), displayName: '=1+1 Côté' },
      client: { id: expect.stringMatching(/^cli_/), name: expect.any(String) },
      subject: { kind: 'Person', id: memberId, name: '=1+1 Côté' },
      changes: [
        { field: 'workPhone', label: 'Téléphone au travail', before: null, after: '+15146226483' },
        { field: 'familyName', label: 'Nom de famille', before: 'Roy', after: 'Côté' },
      ],
      requestId: headers.get('x-request-id'),
    });
    expect(english).toMatchObject({
      actLabel: 'Profile changed',
      changes: [{ label: 'Work telephone' }, { label: 'Family name' }],
    });
  });

  it('is for administrators there and above, not for other staff, members, other trees or independent bodies', async () => {
    const { acps, icu, oppi, pibc } = portal.world;
    const of = async (filter: object, asked: Asked): Promise<string> =>
      trail(filter, {}, asked).then(
        () => 'READ',
        (error: unknown) => (error as Error).message,
      );
    const bodyOf = (association: typeof oppi) => ({ association, toolKey: icu.toolKey });
    const [clerk, foreign, national, institute] = [
      await givenOffice(portal),
      await givenOffice(portal, { body: acps, role: StaffRole.ADMIN }),
      await givenOffice(portal, { body: icu, role: StaffRole.ADMIN }),
      await givenOffice(portal, { body: bodyOf(oppi), role: StaffRole.ADMIN }),
    ];
    const idOf = ({ id }: typeof oppi): string => toPublicId('Association', id);

    expect(await of({}, clerk.asked)).toBe('FORBIDDEN');
    expect(await of({}, foreign.asked)).toBe('FORBIDDEN');
    expect(await of({}, { token: member.token })).toBe('FORBIDDEN');
    const { toolKey } = portal.world.aqpm;
    expect(await of({}, { clientKey: toolKey, token: await member.tokenAt(toolKey) })).toBe('FORBIDDEN');
    expect(await of({}, await anew(admin, portal.world.aqpm.siteKey))).toBe('FORBIDDEN');
    expect(await of({ associationId: idOf(oppi) }, national.asked)).toBe('READ');
    expect(await of({ associationId: idOf(pibc) }, national.asked)).toBe('FORBIDDEN');
    expect(await of({ associationId: idOf(icu.association) }, institute.asked)).toBe('FORBIDDEN');
    const input = { associationId, kind: 'AUDIT_TRAIL' };
    for (const { asked } of [clerk, foreign]) {
      const { errors } = await send(portal, 'startExport', input, asked);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }

    // Of somebody of a body below who came by its tool: that somebody did, and not who.
    const ofIcu = { associationId: idOf(icu.association), act: 'signIn' };
    const came = (await trail(ofIcu, {}, national.asked)).nodes.map(({ actor }) => actor);
    const nobody = { accountId: null, displayName: null };
    expect(came.filter(({ accountId }) => accountId === null)).toEqual([nobody]);
    expect(came.map(({ displayName }) => displayName)).toContain('Marie Bureau');
  });

  it('is read page by page, filtered by act, subject, person, account and time', async () => {
    const { nodes } = await trail({}, { first: 100 });
    const acts = nodes.map(({ act }) => act);
    const first = await trail({}, { first: 2 });
    const second = await trail({}, { first: 2, after: first.pageInfo.endCursor });
    const back = await trail({}, { last: 2, before: second.pageInfo.startCursor });

    expect(first.nodes.map(({ act }) => act)).toEqual(['readAuditTrail', acts[0]]);
    expect(second.nodes.map(({ act }) => act)).toEqual(acts.slice(1, 3));
    expect(back.nodes).toEqual(first.nodes);
    const accountId = toPublicId('Account', member.accountId);
    const byAccount = await trail({ actorId: accountId });
    expect(byAccount.nodes.map(({ actor }) => actor.accountId)).toEqual(byAccount.nodes.map(() => accountId));
    expect(byAccount.totalCount).toBe(byAccount.nodes.length);
    expect((await trail({ actorId: memberId })).nodes).toEqual(byAccount.nodes);
    const abroad = await givenPerson(portal, {
      associationId: portal.world.acps.association.id,
      accountId: member.accountId,
    });
    expect((await trail({ actorId: toPublicId('Person', abroad.id) })).totalCount).toBe(0);
    expect((await trail({ subjectId: memberId })).nodes.map(({ act }) => act)).toEqual(['updateProfile']);
    expect((await trail({ to: '2020-01-01T00:00:00Z' })).totalCount).toBe(0);
    expect((await trail({ act: 'updateProfile', from: nodes.at(-1)!.occurredAt })).totalCount).toBe(1);
  });

  it('holds who read what is sensitive: once per request and person', async () => {
    const query = `query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on Person { login { state } mails { totalCount } } }
      again: node(id: $a) { ... on Person { login { state } } } b: node(id: $b) { ... on Person { login { state } } } }`;
    const [other] = await rows('select id from person where account_id = $1', admin.account.id);
    const ids = { a: memberId, b: toPublicId('Person', other!['id'] as never) };

    const { errors } = await portal.graphql(query, ids, admin.asked);

    expect(errors).toEqual([]);
    const logins = await trail({ act: 'readPersonLogin' });
    expect(logins.nodes.map(({ subject }) => subject.id).sort()).toEqual([ids.a, ids.b].sort());
    expect(logins.nodes.map(({ actor }) => actor.displayName)).toEqual(['Anne Greffe', 'Anne Greffe']);
    expect((await trail({ act: 'readPersonMails' })).totalCount).toBe(1);
    await portal.graphql(query, ids, { token: member.token });
    expect((await trail({ act: 'readPersonLogin' })).totalCount).toBe(2);
  });

  it('is exported as a table that spreadsheets open, and that only who may read the trail fetches', async () => {
    const input = { associationId, kind: 'AUDIT_TRAIL' };
    const reader = await givenOffice(portal);
    const both = await Promise.all([1, 2].map(() => perform(portal, 'startExport', input, admin.asked)));
    const { exportJob } = both.find(({ __typename }) => __typename === 'StartExportSuccess')!;
    expect(exportJob).toMatchObject({ state: 'WAITING', rows: null, link: null });
    expect(both.find(({ __typename }) => __typename === 'ExportRunning')?.exportJobId).toBe(exportJob.id);
    await portal.runDue();

    const done = (await job(exportJob.id, admin.asked))!;
    expect(await job(exportJob.id, reader.asked)).toBeNull();
    const answer = await fetch(here(portal, done.link!.url));
    const text = Buffer.from(await answer.arrayBuffer()).toString();

    expect(answer.headers.get('content-disposition')).toContain('.csv');
    expect(text.startsWith('\u{FEFF}Date et heure (UTC);Acte (code);Acte;Fait par;')).toBe(true);
    const lines = parse<Record<string, string>>(text, { bom: true, delimiter: ';', columns: true });
    expect(lines).toHaveLength(done.rows!);
    const line = lines.find(({ 'Acte (code)': act }) => act === 'updateProfile')!;
    expect(line).toMatchObject({
      Acte: 'Changement d’un profil',
      'Fait par': `'=1+1 Côté`,
      'Identifiant de l’objet': memberId,
      'Avant et après': expect.stringContaining('Nom de famille\u00A0: Roy → Côté'),
    });
    const acts = (await trail({}, { first: 100 })).nodes.map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['startExport', 'endExport', 'readUpload']));

    await rows(
      'update staff_assignment set to_at = $2 where account_id = $1',
      admin.account.id,
      portal.clock.now(),
    );
    expect((await fetch(here(portal, done.link!.url))).status).toBe(404);
    await rows('update staff_assignment set to_at = null where account_id = $1', admin.account.id);
    portal.clock.advance(days(7));
    await sweepUploads(portal.parts);
    expect(await job(exportJob.id, await anew(admin))).toMatchObject({ state: 'EXPIRED', link: null });
    admin = { ...admin, asked: await anew(admin) };
  });

  it('is exported in English with commas, of a period that begins before it ends', async () => {
    const now = portal.clock.now().toISOString();
    const input = { associationId, kind: 'AUDIT_TRAIL' };
    const asked: Asked = { ...admin.asked, locale: 'en-CA' };
    const wrong = await perform(portal, 'startExport', { ...input, from: now, to: now }, asked);
    expect(wrong.issues).toEqual([
      { path: ['input', 'from'], message: 'The period must end after it begins, and begin in the past.' },
    ]);

    const { exportJob } = await perform(
      portal,
      'startExport',
      { ...input, to: '2020-01-01T00:00:00Z' },
      asked,
    );
    await portal.runDue();

    const done = (await job(exportJob.id, asked))!;
    expect(done.rows).toBe(0);
    expect(await (await fetch(here(portal, done.link!.url))).text()).toMatch(
      /^\u{FEFF}?Date and time \(UTC\),/u,
    );
  });

  it('holds no password, key or token', async () => {
    const [{ all = '' } = {}] = (await rows(`select string_agg(a::text, ' ') as all from audit_entry a`)) as {
      all?: string;
    }[];

    expect(all).toContain('updateProfile');
    for (const secret of [PASSWORD, member.token, admin.asked.token!, portal.world.aqpm.toolKey])
      expect(all).not.toContain(secret);
  });

  it('words every act that anybody records, in both languages', () => {
    const recorded = filesBelow('src').flatMap(text =>
      [
        ...text.matchAll(/\bact(?:: string)?\s*[:=]\s*'([a-z]\w+)'/g),
        ...text.matchAll(/(?:noteFactor|mergeRecords)\(context, tx, '(\w+)'/g),
        ...text.matchAll(/prepareAcceptance\(context, \w+, '(\w+)'/g),
        ...text.matchAll(/\baudit\('(\w+)'/g),
      ].map(([, act = '']) => act),
    );

    expect(recorded.length).toBeGreaterThan(100);
    for (const locale of ['fr-CA', 'en-CA'] as const) {
      const wording = createHouseWordings().in(locale);
      expect([...new Set(recorded)].filter(act => !wording.has(`audit.act.${act}`))).toEqual([]);
    }
  });

  describe('in the database', () => {
    let owner: Client;
    beforeAll(async () => {
      owner = new Client({ connectionString: portal.ownerUrl });
      await owner.connect();
      await owner.query(`
        insert into audit_entry (id, occurred_at, account_id, act, subject_kind, subject_id, association_id)
          select gen_random_uuid(), now() - i * interval '1 minute', gen_random_uuid(), 'act' || i % 50, 'Person',
            gen_random_uuid(), (select id from association order by id limit 1 offset i % 3)
          from generate_series(1, 30000) i;
        analyze audit_entry; set plan_cache_mode = force_generic_plan`);
    });
    afterAll(() => owner.end());

    it('is changed and removed by nobody, not even by the role that owns it', async () => {
      for (const sql of [
        `update audit_entry set act = 'rien'`,
        'delete from audit_entry',
        'truncate audit_entry',
      ]) {
        await expect(owner.query(sql)).rejects.toThrow('the audit trail is added to, never changed');
        await expect(rows(sql)).rejects.toThrow('permission denied');
      }
    });

    const none: AuditFilter = { subjectId: null, accountId: null, act: null };
    it.each([
      ['all of it', none, 'audit_entry_association_id_occurred_at_idx'],
      ['what was done with a record', { ...none, subjectId: UUID }, 'audit_entry_subject_id_idx'],
      ['what somebody did', { ...none, accountId: UUID }, 'audit_entry_association_id_account_id_idx'],
      ['every act of a kind', { ...none, act: 'x' }, 'audit_entry_association_id_act_idx'],
    ])('is read by an index, without sorting: %s', async (_, filter, index) => {
      for (const direction of ['desc', 'asc'] as const) {
        const wanted = { associationId: portal.world.aqpm.association.id, filter, from: null, to: null };
        const read = readAuditRows(wanted, { direction, after: null, rows: 21 });
        await owner.query(`prepare hot as ${read.statement.text}`);
        const { rows: plan } = await owner.query<{ 'QUERY PLAN': string }>(
          `explain execute hot(${read.values.map(value => `'${String(value)}'`).join(', ')})`,
        );
        await owner.query('deallocate hot');

        const shown = plan.map(row => row['QUERY PLAN']).join('\n');
        expect(shown).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`));
        expect(shown).not.toMatch(/Sort|Seq Scan on audit_entry/);
      }
    });
  });
});
