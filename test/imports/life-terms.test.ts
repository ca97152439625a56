import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { csv, imported, type RunSeen } from './operations.ts';

const STAYS = 'numéro de membre,personne,catégorie,depuis,période,début de période,fin de période';

interface Shown {
  readonly status: { readonly code: string; readonly until: string | null };
  readonly terms: readonly { readonly kind: string; readonly from: string; readonly to: string | null }[];
}

describe('importing terms for life (M1, M2, D7)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'HON' });
    const people = Array.from({ length: 6 }, (_, i) => `p${String(i)},Ida,Roy-${String(i)},fr`);
    await imported(portal, office, csv('id,given name,family name,language', ...people), { kind: 'PEOPLE' });
  });
  afterAll(() => portal.close());

  const take = (...rows: readonly string[]): Promise<RunSeen> =>
    imported(portal, office, csv(STAYS, ...rows), { kind: 'MEMBERSHIPS' });
  const row = (place: number, term: string): string =>
    `V-${String(place)},p${String(place)},HON,2020-01-01,${term}`;
  const shown = async (place: number, asOf: string | null = null): Promise<Shown> => {
    const [found] = await portal.parts.db.entities.query<{ id: string }[]>(
      'select id from membership where member_number = $1',
      [`V-${String(place)}`],
    );
    const { data } = await portal.graphql<{ membership: Shown }>(
      `query ($id: ID!, $asOf: DateTime) { membership(id: $id) {
         status(asOf: $asOf) { code until } terms { kind from to } } }`,
      { id: toPublicId('Membership', found?.id as never), asOf },
      office.asked,
    );
    return data.membership;
  };
  const LIFE = { kind: 'LIFETIME', from: '2020-01-01', to: null };

  it('has a first day and no last one, in the words of either language, and is in force for good', async () => {
    const file = [
      row(0, 'À vie,2020-01-01,'),
      row(1, 'For life,2020-01-01,'),
      row(2, 'LIFETIME,2020-01-01,'),
    ];

    expect(await take(...file)).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    expect(await take(...file)).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3 } });

    for (const place of [0, 1, 2]) {
      expect(await shown(place)).toEqual({ status: { code: 'ACTIVE', until: null }, terms: [LIFE] });
      expect((await shown(place, '2090-06-01T12:00:00Z')).status.code).toBe('ACTIVE');
    }
  });

  it('without the column of last days is taken too; no other kind is', async () => {
    const bare = STAYS.replace(',fin de période', '');
    const rows = (kind: string): string => csv(bare, `V-3,p3,HON,2020-01-01,${kind},2020-01-01`);

    const year = await imported(portal, office, rows('Année civile'), { kind: 'MEMBERSHIPS' });
    const life = await imported(portal, office, rows('À vie'), { kind: 'MEMBERSHIPS' });

    expect(year).toMatchObject({ state: 'FAULTY' });
    expect(life).toMatchObject({ state: 'DONE', counts: { created: 1 } });
    expect((await shown(3)).terms).toEqual([LIFE]);
  });

  it('takes the place of a year, and a later file ends it', async () => {
    const day = '2027-01-31';
    await take(row(4, 'CALENDAR_YEAR,2020-01-01,2020-12-31'));

    expect(await take(row(4, 'LIFETIME,2020-01-01,'))).toMatchObject({ counts: { changed: 1, heldOut: 0 } });
    const honoured = await shown(4);
    expect(await take(row(4, `LIFETIME,2020-01-01,${day}`))).toMatchObject({
      counts: { changed: 1, heldOut: 0 },
    });

    expect(honoured.terms).toEqual([LIFE]);
    expect((await shown(4)).terms).toEqual([{ ...LIFE, to: day }]);
  });

  it('leaves no room for a term after it, in one file or in two', async () => {
    const life = row(5, 'LIFETIME,2020-01-01,');
    const after = row(5, 'CALENDAR_YEAR,2026-01-01,2026-12-31').replace('2020-01-01', '2026-01-01');
    const first = life.replace('HON,2020-01-01', 'HON,2019-01-01');

    const together = await take(first, after);
    await take(life);
    const later = await take(after);

    const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ code }) => code);
    expect(codes(together)).toContain('TERMS_OVERLAP');
    expect(codes(later)).toContain('TERMS_OVERLAP');
    expect((await shown(5)).terms).toEqual([LIFE]);
  });
});
