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
   from hold t join membership m on m.id = t.membership_id where m.member_number like $1 order by 1`,
);

describe('importing several stays in one cell (M1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'REG' });
    const { parts, world } = portal;
    for (const code of ['TV', 'LM'])
      await parts.db.transaction(tx =>
        addSection(parts, tx, { associationId: world.aqpm.association.id, code, nameFr: code, nameEn: code }),
      );
    await take('PEOPLE', csv('id,given name,family name,language', 'p7,Ida,Roy,fr', 'p8,Noé,Roy,fr'));
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
});
