import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mergePersons } from '../people/merge-operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported, type RunSeen } from './operations.ts';

const read = <Row>(name: string, text: string): ReturnType<typeof statement<Row>> =>
  statement<Row>(`test-${name}`, text);

const organizations = read<Record<string, string | null>>(
  'imported-organizations',
  `select o.public_name_fr as fr, o.public_name_en as en, o.search_key_en as key, o.phone, o.province,
     o.postal_code as code, o.country
   from organization o join external_id e on e.record_id = o.id order by e.external_id`,
);
const stays = read<{ stay: string }>(
  'imported-stays',
  `select m.member_number || ' ' || m.admitted_on || ': ' || c.code || ' ' || a.from_on || '..' || coalesce(a.to_on::text, '')
     || ' ' || a.reason as stay
   from membership m join affiliation a on a.membership_id = m.id join membership_class c on c.id = a.class_id
   where m.member_number like $1 and a.withdrawn_at is null order by m.member_number, a.from_on`,
);
const terms = read<{ term: string }>(
  'imported-terms',
  `select m.member_number || ' ' || t.kind || ' ' || t.from_on || '..' || t.to_on as term
   from membership m join term t on t.membership_id = m.id
   where m.member_number like $1 and t.withdrawn_at is null order by 1`,
);
const members = read<{ members: number }>(
  'imported-count',
  'select members::int from membership_count where association_id = $1',
);
describe('importing what people and organizations are and do (M1, M2, M4)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'REG' });
    await givenClass(portal, { code: 'SOC', heldBy: 'ORGANIZATION' });
    const people = Array.from({ length: 9 }, (_, i) => `p${i},Ida,Roy-${i},fr`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
    const houses = Array.from({ length: 3 }, (_, i) => `o${i},Maison ${i}`);
    await take('ORGANIZATIONS', csv('id,legal name', ...houses));
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind }, severity);
  const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ row, code }) => `${row} ${code}`);
  const lines = async <Row extends object>(
    of: ReturnType<typeof statement<Row>>,
    value: string,
  ): Promise<unknown[]> =>
    (await portal.parts.db.read(of, [value])).flatMap(row => Object.values(row as Record<string, unknown>));

  it('takes organizations with their coordinates, and changes only what the file speaks of', async () => {
    const first = csv(
      'identifiant;nom légal;nom français;nom anglais;téléphone;province;code postal',
      'x1;9000 inc.;Boréales;Boreal;514 622-6483;qc;h3h1a1',
      'x2;Aurore ltée;;;;;',
    );
    expect(await take('ORGANIZATIONS', first)).toMatchObject({ state: 'DONE', counts: { created: 2 } });
    await take(
      'ORGANIZATIONS',
      csv('id,legal name,english name', 'x1,9000 inc.,Borealis', 'x2,Aurore ltée,'),
    );

    await take('ORGANIZATIONS', csv('id,legal name,city', 'x1,9000 inc.,Laval', 'x2,Aurore ltée,Laval'));

    const rows = await portal.parts.db.read(organizations);
    expect(rows.slice(-2)).toEqual([
      {
        fr: 'Boréales',
        en: 'Borealis',
        key: 'BOREALIS',
        phone: '+15146226483',
        province: 'QC',
        code: 'H3H 1A1',
        country: 'CA',
      },
      expect.objectContaining({ fr: 'Aurore ltée', en: 'Aurore ltée', phone: null, country: 'CA' }),
    ]);
    const again = await take('ORGANIZATIONS', csv('id,legal name,province', 'x3,Aurore Ltee,ZZ'));
    expect(again.findings.nodes[0]).toMatchObject({ row: 2, column: 'province' });
    const alike = await take('ORGANIZATIONS', csv('id,legal name', 'x3,AURORE LTEE'), 'DUPLICATE');
    expect(codes(alike)).toEqual(['2 ORGANIZATION_ON_FILE']);
    await take('ORGANIZATIONS', csv('id,legal name,english name', 'x4,Aube ltée,'));
    const named = csv('id,legal name,french name', 'x4,Aube ltée,Aube');
    expect(await take('ORGANIZATIONS', named)).toMatchObject({ counts: { changed: 1, heldOut: 0 } });
    expect((await portal.parts.db.read(organizations)).at(-1)).toMatchObject({ fr: 'Aube', en: 'Aube ltée' });
  });

  const STAYS =
    'numéro de membre;personne;organisation;catégorie;depuis;jusqu’au;motif;période;début de période;fin de période';

  it('takes the whole history of memberships, and corrects it', async () => {
    const before = (await portal.parts.db.read(members, [portal.world.aqpm.association.id]))[0]?.members ?? 0;
    const file = csv(
      STAYS,
      'A-1;p0;;REG;2024-04-01;2025-03-31;Admission à titre de membre;CALENDAR_YEAR;2025-01-01;2025-12-31',
      'A-1;p0;;REG;2020-04-01;2022-03-31;;;;',
      'A-2;;o0;SOC;2025-04-01;;;;;',
    );
    expect(await take('MEMBERSHIPS', file)).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    expect(await take('MEMBERSHIPS', file)).toMatchObject({
      counts: { created: 0, changed: 0, unchanged: 3 },
    });

    expect(await lines(stays, 'A-%')).toEqual([
      'A-1 2020-04-01: REG 2020-04-01..2022-04-01 ADMISSION',
      'A-1 2020-04-01: REG 2024-04-01..2025-04-01 ADMISSION',
      'A-2 2025-04-01: SOC 2025-04-01.. ADMISSION',
    ]);
    expect(await lines(terms, 'A-%')).toEqual(['A-1 CALENDAR_YEAR 2025-01-01..2026-01-01']);
    expect(await portal.parts.db.read(members, [portal.world.aqpm.association.id])).toEqual([
      { members: before + 2 },
    ]);

    const corrected = csv(
      STAYS,
      'A-1;p0;;REG;2024-04-01;2024-12-31;RESIGNATION;Année civile;2025-01-01;2025-11-30',
      'A-1;p0;;REG;2025-01-01;;REINSTATEMENT;;;',
    );
    expect(await take('MEMBERSHIPS', corrected)).toMatchObject({ counts: { created: 1, changed: 1 } });
    expect((await lines(stays, 'A-1%')).slice(1)).toEqual([
      'A-1 2020-04-01: REG 2024-04-01..2025-01-01 RESIGNATION',
      'A-1 2020-04-01: REG 2025-01-01.. REINSTATEMENT',
    ]);
    expect(await lines(terms, 'A-1%')).toEqual(['A-1 CALENDAR_YEAR 2025-01-01..2025-12-01']);
  });

  it('refuses memberships that break a rule, each by its row', async () => {
    await take('MEMBERSHIPS', csv('member number,person,class,from,to', 'B-1,p1,REG,2024-01-01,2024-12-31'));
    const file = csv(
      'member number,person,organization,class,from,to,term,term from,term to',
      'B-1,p1,,REG,2024-06-01,,,,',
      'B-2,p2,,NIX,2024-01-01,,,,',
      'B-3,p3,,SOC,2024-01-01,,,,',
      'B-4,p9x,,REG,2024-01-01,,,,',
      'B-1,p4,,REG,2026-01-01,,,,',
      'B-5,p1,,REG,2026-01-01,,,,',
      'B-6,p5,,REG,2024-01-01,2024-12-31,ROLLING,2024-01-01,2024-12-31',
      'B-6,p5,,REG,2024-12-31,,ROLLING,2024-07-01,2025-06-30',
      'B-7,p6,o1,REG,2024-02-30,,ROLLING,2024-01-01,',
    );

    const run = await take('MEMBERSHIPS', file);

    expect(run.state).toBe('FAULTY');
    expect(codes(run).sort()).toEqual(
      [
        '2 STAYS_OVERLAP',
        '3 CLASS_UNKNOWN',
        '4 CLASS_OF_OTHERS',
        '5 PERSON_UNKNOWN',
        '6 NUMBER_OF_OTHER',
        '6 NUMBER_OF_OTHER',
        '6 STAYS_OVERLAP',
        '7 SECOND_NUMBER',
        '7 SECOND_NUMBER',
        '9 STAYS_OVERLAP',
        '9 TERMS_OVERLAP',
        '10 ONE_HOLDER',
        '10 REQUIRED',
        '10 day',
      ].sort(),
    );
    expect(await lines(stays, 'B-%')).toEqual(['B-1 2024-01-01: REG 2024-01-01..2025-01-01 ADMISSION']);
  });

  it('knows whom a row is about by its source: the same id elsewhere is somebody else, or nobody', async () => {
    const from = (source: string, kind: string, file: string): Promise<RunSeen> =>
      imported(portal, office, file, { kind, source });
    await from(
      'paie',
      'PEOPLE',
      csv('id,given name,family name,language', '1,Ève,Lacroix,fr', '2,Ida,Roy,fr'),
    );
    await from('congres', 'ORGANIZATIONS', csv('id,legal name', 'o1,Maison 1'));

    const other = await from('congres', 'PEOPLE', csv('id,given name,family name,language', '1,Léo,Otis,en'));
    const roles = await from(
      'congres',
      'DELEGATIONS',
      csv('organization,person,role,from', 'o1,2,DUES,2024-01-01'),
    );

    expect(other).toMatchObject({ state: 'DONE', counts: { created: 1, changed: 0 } });
    expect(codes(roles)).toEqual(['2 PERSON_UNKNOWN']);
    const names = await portal.parts.db.entities.query<{ name: string }[]>(
      `select p.given_name as name from external_id e join person p on p.id = e.record_id
       where e.kind = 'PEOPLE' and e.external_id = '1' order by e.source`,
    );
    expect(names).toEqual([{ name: 'Léo' }, { name: 'Ève' }]);
  });

  it('leaves out rows of a number whose member was merged here with another', async () => {
    const BARE = 'member number,person,class,from,to';
    const file = csv(BARE, 'G-1,p7,REG,2024-01-01,', 'G-2,p8,REG,2020-01-01,2021-12-31');
    await take('MEMBERSHIPS', file);
    const [kept, other] = await portal.parts.db.entities.query<[{ id: PersonId }, { id: PersonId }]>(
      `select person_id as id from membership where member_number like 'G-%' order by member_number`,
    );
    expect((await mergePersons(portal, office, kept, other)).__typename).toBe('MergePersonsSuccess');

    const later = await take(
      'MEMBERSHIPS',
      csv(
        BARE,
        'G-1,p7,REG,2024-01-01,2024-12-31',
        'G-2,p8,REG,2020-01-01,2021-06-30',
        'G-2,p8,REG,2022-01-01,2022-12-31',
      ),
      'NOTICE',
    );

    expect(later).toMatchObject({ state: 'DONE', counts: { created: 0, changed: 1, heldOut: 2 } });
    expect(codes(later)).toEqual(['3 NUMBER_MERGED', '4 NUMBER_MERGED']);
    expect(later.findings.nodes[0]?.message).toContain('fusionné ici avec un autre');
    expect(await lines(stays, 'G-%')).toEqual([
      'G-1 2020-01-01: REG 2020-01-01..2022-01-01 ADMISSION',
      'G-1 2020-01-01: REG 2024-01-01..2025-01-01 ADMISSION',
    ]);
  });
});
