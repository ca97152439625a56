import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addSection, StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported, type RunSeen } from './operations.ts';

const inSections = statement<{ stay: string }>(
  'test-imported-sections',
  `select e.external_id || ' ' || c.code || ' ' || t.from_on || '..' || coalesce(t.to_on::text, '') as stay
   from organization_section t join section c on c.id = t.section_id join external_id e on e.record_id = t.organization_id
   where e.external_id like $1 order by 1`,
);
const holds = statement<{ hold: string }>(
  'test-imported-holds',
  `select m.member_number || ' ' || t.kind || ' ' || t.from_on || '..' || coalesce(t.to_on::text, '') as hold
   from hold t join membership m on m.id = t.membership_id
   where m.member_number like $1 and t.withdrawn_at is null order by 1`,
);

const affiliations = statement<{ stay: string }>(
  'test-imported-affiliations',
  `select m.member_number || ' ' || c.code || ' ' || a.from_on || '..' || coalesce(a.to_on::text, '') || ' ' || a.reason
     as stay
   from membership m join affiliation a on a.membership_id = m.id join membership_class c on c.id = a.class_id
   where m.member_number like $1 and a.withdrawn_at is null order by m.member_number, a.from_on`,
);
const shownBefore = statement<{ stay: string }>(
  'test-imported-before',
  `select m.member_number || ' ' || c.code || ' ..' || coalesce(a.to_on::text, '') as stay
   from membership m join affiliation a on a.membership_id = m.id join membership_class c on c.id = a.class_id
   where m.member_number like $1 and a.withdrawn_at is not null order by 1`,
);
const terms = statement<{ term: string }>(
  'test-imported-terms-of',
  `select m.member_number || ' ' || t.from_on || '..' || t.to_on as term
   from term t join membership m on m.id = t.membership_id
   where m.member_number like $1 and t.withdrawn_at is null order by 1`,
);

describe('importing stays, several of one member or in one cell (M1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'REG' });
    await givenClass(portal, { code: 'BIS' });
    const { parts, world } = portal;
    for (const code of ['TV', 'LM'])
      await parts.db.transaction(tx =>
        addSection(parts, tx, { associationId: world.aqpm.association.id, code, nameFr: code, nameEn: code }),
      );
    const people = Array.from({ length: 9 }, (_, i) => `p${i},Ida,Roy-${i},fr`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
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

  const SECTIONS = 'identifiant;nom légal;sections';

  it('takes the sections of organizations with their days', async () => {
    const file = csv(
      SECTIONS,
      'y1;Cèdre;TV 2020-01-01 2022-12-31, LM 2021-01-01',
      'y2;Érable;TV 2020-01-01 2022-12-31 | TV 2024-01-01',
      'y3;Mélèze;',
    );
    const dry = await imported(portal, office, file, { kind: 'ORGANIZATIONS', mode: 'DRY_RUN' });
    expect(dry).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    expect(await lines(inSections, 'y%')).toEqual([]);

    expect(await take('ORGANIZATIONS', file)).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    const taken = [
      'y1 LM 2021-01-01..',
      'y1 TV 2020-01-01..2023-01-01',
      'y2 TV 2020-01-01..2023-01-01',
      'y2 TV 2024-01-01..',
    ];
    expect(await lines(inSections, 'y%')).toEqual(taken);
    expect(await take('ORGANIZATIONS', file)).toMatchObject({ counts: { unchanged: 3 } });
    expect(await lines(inSections, 'y%')).toEqual(taken);
    // One that is not named any more stays, one that is named with another end gets it.
    await take(
      'ORGANIZATIONS',
      csv(SECTIONS, 'y1;Cèdre;LM 2021-01-01 2021-12-31', 'y3;Mélèze;TV 2026-01-01'),
    );
    expect(await lines(inSections, 'y%')).toEqual([
      'y1 LM 2021-01-01..2022-01-01',
      ...taken.slice(1),
      'y3 TV 2026-01-01..',
    ]);
  });

  it('refuses sections that the association lacks, that overlap, or that cannot be read', async () => {
    const run = await take(
      'ORGANIZATIONS',
      csv(
        SECTIONS,
        'z1;Pin;XX 2020-01-01',
        'z2;Tilleul;TV 2020-01-01, TV 2021-01-01',
        'z3;Saule;TV',
        'z4;Orme;TV 2021-02-30',
        'z5;Frêne;TV 2021-01-01 2020-01-01',
        'z6;Aulne;TV 2021-01-01, TV 2021-01-01 2021-12-31',
        'y1;Cèdre;TV 2022-06-01',
      ),
    );

    expect(codes(run)).toEqual([
      '2 SECTION_UNKNOWN',
      '3 SECTIONS_OVERLAP',
      '4 stays',
      '5 stays',
      '6 period',
      '7 stayTwice',
      '8 SECTIONS_OVERLAP',
    ]);
    expect(await lines(inSections, 'z%')).toEqual([]);
  });

  it('takes holds on memberships, whatever class they are in', async () => {
    const HELD = 'member number,person,class,from,to,holds';
    const file = csv(
      HELD,
      'D-1,p7,REG,2020-01-01,2021-12-31,"En congé 2021-01-01 2021-06-30, Suspension 2021-03-01"',
      'D-1,p7,REG,2022-01-01,,LEAVE 2022-01-01',
    );
    const dry = await imported(portal, office, file, { kind: 'MEMBERSHIPS', mode: 'DRY_RUN' });
    expect(dry).toMatchObject({ state: 'DONE', counts: { created: 2 } });
    expect(await lines(holds, 'D-%')).toEqual([]);

    expect(await take('MEMBERSHIPS', file)).toMatchObject({ state: 'DONE', counts: { created: 2 } });
    const taken = [
      'D-1 LEAVE 2021-01-01..2021-07-01',
      'D-1 LEAVE 2022-01-01..',
      'D-1 SUSPENSION 2021-03-01..',
    ];
    expect(await lines(holds, 'D-%')).toEqual(taken);
    expect(await take('MEMBERSHIPS', file)).toMatchObject({ counts: { unchanged: 2 } });
    expect(await lines(holds, 'D-%')).toEqual(taken);
    await take('MEMBERSHIPS', csv(HELD, 'D-1,p7,REG,2022-01-01,,LEAVE 2022-01-01 2022-06-30'));
    expect((await lines(holds, 'D-%'))[1]).toBe('D-1 LEAVE 2022-01-01..2022-07-01');
    const wrong = await take(
      'MEMBERSHIPS',
      csv(HELD, 'D-2,p8,REG,2020-01-01,,NAP 2020-01-01', 'D-1,p7,REG,2024-01-01,,LEAVE 2022-06-01'),
    );
    expect(codes(wrong).sort()).toEqual(['2 stays', '3 HOLDS_OVERLAP', '3 STAYS_OVERLAP']);
  });

  const BARE = 'member number,person,class,from';

  it('leaves the end and the reason of a stay alone where the file has no such column', async () => {
    await take('MEMBERSHIPS', csv(`${BARE},to,reason`, 'L-1,p0,REG,2020-01-01,2021-12-31,RESIGNATION'));
    const fewer = csv(BARE, 'L-1,p0,REG,2020-01-01', 'L-2,p1,REG,2020-01-01');
    expect(await take('MEMBERSHIPS', fewer)).toMatchObject({ counts: { created: 1, unchanged: 1 } });
    await take('MEMBERSHIPS', fewer.replaceAll('REG', 'BIS'));
    expect(await lines(affiliations, 'L-%')).toEqual([
      'L-1 BIS 2020-01-01..2022-01-01 RESIGNATION',
      'L-2 BIS 2020-01-01.. ADMISSION',
    ]);

    await take(
      'MEMBERSHIPS',
      csv(`${BARE},to`, 'L-1,p0,BIS,2020-01-01,', 'L-2,p1,BIS,2020-01-01,2022-12-31'),
    );
    expect(await lines(affiliations, 'L-%')).toEqual([
      'L-1 BIS 2020-01-01.. RESIGNATION',
      'L-2 BIS 2020-01-01..2023-01-01 ADMISSION',
    ]);
    expect(await lines(shownBefore, 'L-%')).toEqual(['L-1 REG ..2022-01-01', 'L-2 REG ..']);
  });

  it('takes a term once that several rows of a member say, and refuses two that say it differently', async () => {
    const STAYS = `${BARE},to,term,term from,term to`;
    const first = (last: string): string =>
      `T-1,p2,REG,2026-01-01,2026-05-31,CALENDAR_YEAR,2026-01-01,${last}`;
    const second = (last: string, to = ''): string =>
      `T-1,p2,BIS,2026-06-01,${to},CALENDAR_YEAR,2026-01-01,${last}`;
    const contrary = await take('MEMBERSHIPS', csv(STAYS, first('2026-12-31'), second('2026-11-30')));
    expect(contrary).toMatchObject({ state: 'FAULTY' });
    expect(codes(contrary)).toEqual(['3 TERM_TWICE']);
    expect(contrary.findings.nodes[0]).toMatchObject({ column: 'term to', otherRow: 2 });
    expect(contrary.findings.nodes[0]?.message).toContain('La ligne 2 donne');

    const agreed = csv(STAYS, first('2026-12-31'), second('2026-12-31'));
    expect(await take('MEMBERSHIPS', agreed)).toMatchObject({ state: 'DONE', counts: { created: 2 } });
    expect(await lines(terms, 'T-%')).toEqual(['T-1 2026-01-01..2027-01-01']);
    expect(await take('MEMBERSHIPS', agreed)).toMatchObject({ counts: { unchanged: 2 } });
    // The term is cut as the class changes again: the new row says what the others say now.
    const later = csv(
      STAYS,
      first('2026-11-30'),
      second('2026-11-30', '2026-08-31'),
      second('2026-11-30').replace('2026-06-01', '2026-09-01'),
    );
    expect(await take('MEMBERSHIPS', later)).toMatchObject({
      counts: { created: 1, changed: 2, heldOut: 0 },
    });
    expect(await lines(terms, 'T-%')).toEqual(['T-1 2026-01-01..2026-12-01']);
  });

  it('finds no fault with what a row repeats and what was changed here', async () => {
    const STAYS = `${BARE},to,reason,term,term from,term to,holds`;
    const stay = (reason: string): string =>
      csv(STAYS, `J-1,p3,REG,2025-01-01,,${reason},ROLLING,2026-01-01,2026-12-31,LEAVE 2026-01-01`);
    await take('MEMBERSHIPS', stay('ADMISSION'));
    const given = (table: string, others: string, from: string, to: string): Promise<unknown> =>
      portal.parts.db.entities.query(
        `with cut as (
           update ${table} set to_on = '2026-04-01'
           where membership_id = (select id from membership where member_number = 'J-1') returning *)
         insert into ${table} (id, membership_id, ${others}, from_on, to_on)
         select gen_random_uuid(), membership_id, ${others}, ${from}, ${to} from cut`,
      );
    await given('affiliation', 'class_id, reason', `'2026-04-01'`, 'null');
    await given('term', 'kind, known_at', `'2026-04-01'`, `'2027-04-01'`);
    await given('hold', 'kind', `'2026-05-01'`, 'null');

    const run = await take('MEMBERSHIPS', stay('REINSTATEMENT'));

    expect(codes(run)).toEqual([]);
    expect(run).toMatchObject({ state: 'DONE', counts: { changed: 1, heldOut: 0 } });
    expect(await lines(affiliations, 'J-%')).toEqual([
      'J-1 REG 2025-01-01..2026-04-01 REINSTATEMENT',
      'J-1 REG 2026-04-01.. ADMISSION',
    ]);
    expect(await lines(terms, 'J-%')).toEqual(['J-1 2026-01-01..2026-04-01', 'J-1 2026-04-01..2027-04-01']);
  });
});
