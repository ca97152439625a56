import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { organizationsAlikeOnFile } from '../../src/modules/organizations/index.ts';
import { personsAlikeOnFile } from '../../src/modules/people/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, perform, seen, send } from './operations.ts';

const NAMES = 'identifiant;prénom;nom;langue;courriel;téléphone;poste';
const EVE = '1;Ève;Lacroix;fr;eve@maboite.ca;514-622-6483;150';
const NOEL = '2;Noël;D’Amours;en;;;';

interface OnFile {
  readonly givenName: string;
  readonly locale: string;
  readonly contactEmail: string | null;
  readonly workPhone: string | null;
  readonly workPhoneExtension: string | null;
  readonly externalId: string;
}
const onFile = statement<OnFile>(
  'test-imported-persons',
  `select p.given_name as "givenName", p.locale, p.contact_email as "contactEmail", p.work_phone as "workPhone",
     p.work_phone_extension as "workPhoneExtension", e.external_id as "externalId"
   from external_id e join person p on p.id = e.record_id
   where e.kind = 'PEOPLE' and e.source = $1 order by e.external_id`,
);
const left = statement<{ count: number }>('test-staged', 'select count(*)::int as count from staged_row');
const changes = statement<{ before: object; after: object }>(
  'test-import-changes',
  `select a.before, a.after from audit_entry a join external_id e on e.record_id = a.subject_id
   where a.act = 'importPerson' and e.source = $1`,
);

describe('importing people (M1, M2)', () => {
  let portal: Portal;
  let office: Office;
  let source: string;
  let sources = 0;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());
  beforeEach(() => {
    source = `source-${String(++sources)}`;
  });

  const people = (): Promise<OnFile[]> => portal.parts.db.read(onFile, [source]);

  it('reports on a dry run by row and column in both languages, and writes nothing', async () => {
    const file = csv(NAMES, EVE, '3;;Ôté;de;pas une adresse;12;', '1;Ida;Roy;fr;;;');

    const run = await imported(portal, office, file, { source, mode: 'DRY_RUN' });

    expect(run).toMatchObject({ state: 'FAULTY', percentRead: 100, rowsRead: 3 });
    expect(
      run.findings.nodes.map(({ row, column, message }) => [row, column, message.replaceAll('\u00A0', ' ')]),
    ).toEqual([
      [3, 'prénom', 'Une réponse est requise ici.'],
      [3, 'téléphone', 'Ce n’est pas un numéro de téléphone. Écrivez-le ainsi : 514 622-6483.'],
      [3, 'courriel', 'Ce n’est pas une adresse électronique. Écrivez-la comme nom@exemple.ca.'],
      [3, 'langue', 'Indiquez la langue des courriels : fr ou en.'],
      [4, 'identifiant', 'La ligne 2 est le même enregistrement. Retirez l’une des deux.'],
    ]);
    const english = await seen(portal, office, run.id, 'FAULT', 'en-CA');
    expect(english.findings.nodes.at(-1)?.message).toBe('Row 2 is the same record. Leave one of them out.');
    expect(await people()).toEqual([]);
    expect(await portal.parts.db.read(left)).toEqual([{ count: 0 }]);
  });

  it('writes all rows, changes nothing the second time, and what a row says anew the third time', async () => {
    expect(await imported(portal, office, csv(NAMES, EVE, NOEL), { source })).toMatchObject({
      state: 'DONE',
      counts: { created: 2, changed: 0, unchanged: 0, heldOut: 0 },
    });
    expect(await people()).toEqual([
      {
        externalId: '1',
        givenName: 'Ève',
        locale: 'fr-CA',
        contactEmail: 'eve@maboite.ca',
        workPhone: '+15146226483',
        workPhoneExtension: '150',
      },
      {
        externalId: '2',
        givenName: 'Noël',
        locale: 'en-CA',
        contactEmail: null,
        workPhone: null,
        workPhoneExtension: null,
      },
    ]);

    expect(await imported(portal, office, csv(NAMES, EVE, NOEL), { source })).toMatchObject({
      counts: { created: 0, changed: 0, unchanged: 2, heldOut: 0 },
    });
    expect(await portal.parts.db.read(changes, [source])).toEqual([]);

    // Without a column for the telephone, which therefore stays; the address is empty and goes.
    const fewer = csv(
      'id\tgiven name\tfamily name\tlanguage\temail',
      '1\tÈve\tLacroix\tfr\t',
      '2\tNoël\tOtis\ten\t',
    );
    expect(await imported(portal, office, fewer, { source })).toMatchObject({ counts: { changed: 2 } });
    expect((await people())[0]).toMatchObject({ contactEmail: null, workPhone: '+15146226483' });
    expect(await portal.parts.db.read(changes, [source])).toContainEqual({
      before: expect.objectContaining({ contactEmail: 'eve@maboite.ca' }),
      after: expect.objectContaining({ contactEmail: null, workPhone: '+15146226483' }),
    });
  });

  it('looks for candidates by name in the index of names, where nothing was analysed yet', async () => {
    const staged = { batchId: newId(portal.clock, portal.parts.random), after: 0, upTo: 100_000 };
    const { id } = portal.world.aqpm.association;
    await givenOrganization(portal);
    const owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      for (const table of ['person', 'organization'])
        await owner.query(
          `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(
           'id', gen_random_uuid(), 'search_key', 'nom ' || n, 'account_id', null))).*
         from ${table} t, generate_series(1, 3000) n
           where t.id = (select id from ${table} where association_id = $1 limit 1)`,
          [id],
        );

      for (const { asked, values } of [
        personsAlikeOnFile(staged, id),
        organizationsAlikeOnFile(staged, id),
      ]) {
        const { rows } = await owner.query(`explain ${asked.text}`, [...values]);
        expect(JSON.stringify(rows)).toMatch(/Index Cond: \(\(association_id = [^)]+\) AND \(search_key = /);
      }
    } finally {
      await owner.end();
    }
  });

  it('takes the same id of another association, or of another source, for another record', async () => {
    const elsewhere = await givenOffice(portal, { body: portal.world.acps, role: StaffRole.ADMIN });
    await imported(portal, office, csv(NAMES, EVE), { source });

    expect(await imported(portal, elsewhere, csv(NAMES, EVE), { source })).toMatchObject({
      counts: { created: 1, unchanged: 0 },
    });
    expect((await people()).length).toBe(2);
    expect(await imported(portal, office, csv(NAMES, EVE), { source: `${source}-autre` })).toMatchObject({
      counts: { created: 1, unchanged: 0 },
    });
  });

  it('writes nothing at all when one row is faulty', async () => {
    const run = await imported(portal, office, csv(NAMES, EVE, NOEL, '3;Ida;;fr;;;'), { source });

    expect(run).toMatchObject({ state: 'FAULTY', counts: { created: 2 } });
    expect(await people()).toEqual([]);
  });

  it('names candidates on file and in the file, and merges none of them', async () => {
    const known = await givenPerson(portal, {
      givenName: 'Zoé',
      familyName: 'L’Écuyer',
      contactEmail: 'Zoe@maboite.ca',
    });
    const file = csv(
      'id,given name,family name,language,email,phone',
      '1,ZOE,L ECUYER,fr,zoe@maboite.ca,',
      '2,Zoé,L’Écuyer,fr,,',
      '3,Rémi,Roy,fr,,514-622-6499',
      '4,Remi,Roy,fr,,(514) 622-6499',
    );

    const { findings, counts } = await imported(portal, office, file, { source }, 'DUPLICATE');

    expect(counts).toMatchObject({ created: 4 });
    expect(findings.nodes).toEqual([
      expect.objectContaining({ row: 2, code: 'PERSON_ON_FILE', recordId: toPublicId('Person', known.id) }),
      expect.objectContaining({ row: 5, code: 'PERSON_IN_FILE', otherRow: 4, recordId: null }),
    ]);
  });

  it.each([
    ['', 'EMPTY', 1],
    ['id,prénom\n1,Ève', 'COLUMN_MISSING', 1],
    [csv(NAMES, '1;Ève'), 'ROW_WIDTH', 2],
    [csv(NAMES, '"1;Ève'), 'UNREADABLE', 2],
  ])('finds fault with a file that cannot be read: %j', async (file, code, row) => {
    const run = await imported(portal, office, file || '\n', { source });

    expect(run.state).toBe('FAULTY');
    expect(run.findings.nodes[0]).toMatchObject({ code, row });
  });

  it('writes nothing for whoever left the office meanwhile', async () => {
    const leaving = await givenOffice(portal, { role: StaffRole.MEMBERSHIP });
    const { importRun } = await asking(portal, leaving, csv(NAMES, EVE), { source });
    await portal.parts.db.entities.query('update staff_assignment set to_at = $2 where account_id = $1', [
      leaving.account.id,
      portal.clock.now(),
    ]);
    await portal.runDue();

    const run = await seen(portal, office, importRun.id);
    expect(run.state).toBe('FAILED');
    expect(run.findings.nodes).toMatchObject([{ message: expect.stringContaining('n’a plus le droit') }]);
    expect(await people()).toEqual([]);
  });

  it('is for administrators and membership staff of the association, accounts for administrators alone', async () => {
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const refused = await send(portal, 'startImport', input(reader.associationId), reader.asked);
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const accounts = await send(
      portal,
      'startImport',
      { ...input(office.associationId), kind: 'ACCOUNTS' },
      office.asked,
    );
    expect(accounts.errors[0]?.extensions.code).toBe('FORBIDDEN');

    const { importRun } = await asking(portal, office, csv(NAMES, EVE), { source, mode: 'DRY_RUN' });
    const elsewhere = await givenOffice(portal, { body: portal.world.acps, role: StaffRole.ADMIN });
    expect(
      (await perform(portal, 'cancelImport', { importRunId: importRun.id }, elsewhere.asked)).__typename,
    ).toBe('ImportRunNotFound');
    expect(await seen(portal, elsewhere, importRun.id)).toBeNull();
    const foreign = await perform(portal, 'startImport', input(office.associationId), office.asked);
    expect(foreign.__typename).toBe('ImportFileNotFound');
    await portal.runDue();
  });

  const input = (associationId: string): object => ({
    associationId,
    uploadId: toPublicId('Upload', newId(portal.clock, portal.parts.random)),
    source,
    kind: 'PEOPLE',
    mode: 'DRY_RUN',
  });
});
