import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { addSection, StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenSomebodySignedIn, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  FORM,
  givenHouse,
  lastAudit,
  readHouse,
  setCoordinates,
  setSections,
  SHOWN,
  told,
} from './house-operations.ts';

/** The portal's clock stands at ten in Montréal on 22 November 2026. */
const TODAY = '2026-11-22';

describe('the sections of an organization (C6)', () => {
  let portal: Portal;
  let television: string;
  let cinema: string;
  let foreign: string;
  let staff: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    const { aqpm, icu } = portal.world;
    const add = async ({ id: associationId }: AssociationEntity, code: string): Promise<string> => {
      const names = { nameFr: `Section ${code}`, nameEn: `${code} section` };
      const row = await portal.parts.db.transaction(tx =>
        addSection(portal.parts, tx, { associationId, code, ...names }),
      );
      return toPublicId('Section', row.id);
    };
    television = toPublicId('Section', aqpm.sectionIds[0] as never);
    cinema = await add(aqpm.association, 'cinema');
    foreign = await add(icu.association, 'ailleurs');
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, aqpm.association, StaffRole.MEMBERSHIP);
    staff = { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) };
  });
  afterAll(() => portal.close());

  it('are entered and left by its delegates, and what was stays on record', async () => {
    const house = await givenHouse(portal, 'CONTACT');

    const { organization } = await setSections(portal, house, [
      { sectionId: television, from: '2024-04-01', to: TODAY },
      { sectionId: cinema, from: '2027-01-01' },
      { sectionId: null, from: TODAY },
    ]);

    const left = { section: { code: 'television' }, from: '2024-04-01', to: TODAY };
    const entered = { section: { code: 'cinema' }, from: '2027-01-01', to: null };
    expect(organization.sections).toEqual([left]);
    expect(organization.sectionHistory).toEqual([entered, left]);
    const days = await readHouse(
      portal,
      house,
      `before: sections(asOf: "2024-03-31") { from } last: sections(asOf: "${TODAY}") { from }
       between: sections(asOf: "2026-11-23") { from } then: sections(asOf: "2027-01-01") { from }`,
    );
    expect(days).toEqual({
      before: [],
      last: [{ from: '2024-04-01' }],
      between: [],
      then: [{ from: '2027-01-01' }],
    });
    expect(await lastAudit(portal, house)).toMatchObject({
      before: { stays: [{ from: '2024-04-01', to: null }] },
      after: {
        stays: [
          { from: '2024-04-01', to: '2026-11-23' },
          { from: '2027-01-01', to: null },
        ],
      },
    });
  });

  it('are no business of other delegates, of strangers or of an office elsewhere', async () => {
    const house = await givenHouse(portal, 'DUES', 'VOTING');
    const stranger = await givenSomebodySignedIn(portal);
    const { acps } = portal.world;
    await givenStaff(portal, stranger.accountId, acps.association, StaffRole.ADMIN);
    const elsewhere = { clientKey: acps.toolKey, token: await stranger.tokenAt(acps.toolKey) };

    for (const asked of [{ token: house.token }, { token: stranger.token }, elsewhere]) {
      expect(await setSections(portal, house, [{ sectionId: cinema }], asked)).toMatchObject({
        __typename: 'OrganizationNotFound',
      });
      expect(await setCoordinates(portal, house, { phones: [] }, asked)).toMatchObject({
        __typename: 'OrganizationNotFound',
      });
    }

    const { viewerCan, sectionsForm, coordinatesForm } = await readHouse(portal, house, SHOWN.slice(1, -1));
    expect(viewerCan).toEqual({ setSections: false, updateProfile: false });
    expect(sectionsForm.fields.map(({ path }) => path.at(-1))).toEqual(['sectionId', 'from', 'to']);
    expect(sectionsForm.fields.every(({ readOnlyReason }) => readOnlyReason !== null)).toBe(true);
    expect(coordinatesForm.fields).toEqual([]);
  });

  it('of the past are for staff to record', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    const stays = [{ sectionId: cinema, from: '2019-04-01', to: '2021-03-31' }];

    const [issue] = told(await setSections(portal, house, stays));
    const recorded = await setSections(portal, house, stays, staff);

    expect(issue).toMatch(/^input\.stays\.0\.from: Le passé ne se modifie pas ici/);
    expect(recorded.organization.sectionHistory).toContainEqual({
      section: { code: 'cinema' },
      from: '2019-04-01',
      to: '2021-03-31',
    });
    expect(recorded.organization.sections).toHaveLength(1);
  });

  it('are told apart from those of other bodies by nothing', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    const sections = [foreign, 'sec_1111111111111111111111', 'rien'];

    const issues = await Promise.all(
      sections.map(async sectionId =>
        told(await setSections(portal, house, [{ sectionId }], { token: house.token, locale: 'en-CA' })),
      ),
    );

    const message = 'The association has no such section. Choose one of the list.';
    expect(issues).toEqual(sections.map(() => [`input.stays.0.sectionId: ${message}`]));
  });

  it('do not overlap, however many change them at once, and another change is not undone', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    const asks = [
      [{ sectionId: cinema, from: TODAY }],
      [{ sectionId: cinema, from: TODAY }],
      [{ sectionId: cinema, from: '2026-12-01' }],
      [{ sectionId: television, from: '2024-04-01', to: '2026-12-31' }],
    ];

    const answers = await Promise.all(asks.map(stays => setSections(portal, house, stays)));

    const [first, again, later, other] = answers.map(({ __typename }) => __typename.endsWith('Success'));
    expect([other, first === again, first === later]).toEqual([true, true, false]);
    const { sectionHistory } = await readHouse(portal, house, 'sectionHistory { section { code } from to }');
    expect(sectionHistory).toEqual([
      { section: { code: 'cinema' }, from: first ? TODAY : '2026-12-01', to: null },
      { section: { code: 'television' }, from: '2024-04-01', to: '2026-12-31' },
    ]);
  });

  it('are never two stays in the tables on one day', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');

    const twice = portal.parts.db.transaction(tx =>
      tx.query(
        `insert into organization_section select gen_random_uuid(), organization_id, section_id, from_on + 5, to_on
         from organization_section where organization_id = $1`,
        [fromPublicId('Organization', house.organizationId)],
      ),
    );

    await expect(twice).rejects.toMatchObject({ driverError: { constraint: 'organization_section_once' } });
    expect((await readHouse(portal, house, 'sectionHistory { from }')).sectionHistory).toHaveLength(1);
  });

  it('are drawn from a form with a row for each, and one for another', async () => {
    const house = await givenHouse(portal, 'PRINCIPAL');
    await setSections(portal, house, [{ sectionId: cinema, from: '2027-01-01' }]);

    const { sectionsForm } = await readHouse(portal, house, `sectionsForm ${FORM}`, 'en-CA');

    const fields = sectionsForm.fields.map(({ path, kind, value }) => [path.join('.'), kind, value]);
    expect(fields).toEqual([
      ['input.stays.0.sectionId', 'CHOICE', cinema],
      ['input.stays.0.from', 'CHOICE', '2027-01-01'],
      ['input.stays.0.to', 'DATE', null],
      ['input.stays.0.withdrawn', 'CHECKBOX', null],
      ['input.stays.1.sectionId', 'CHOICE', television],
      ['input.stays.1.from', 'CHOICE', '2024-04-01'],
      ['input.stays.1.to', 'DATE', null],
      ['input.stays.2.sectionId', 'CHOICE', null],
      ['input.stays.2.from', 'DATE', TODAY],
      ['input.stays.2.to', 'DATE', null],
    ]);
    expect(sectionsForm.fields[7]?.options).toEqual([
      { value: cinema, label: 'cinema section' },
      { value: television, label: 'Television' },
    ]);
    const { organization } = await setSections(portal, house, [
      { sectionId: cinema, from: '2027-01-01', withdrawn: true },
    ]);
    expect(organization.sectionHistory).toHaveLength(1);
  });

  it('count their days as the association does', async () => {
    portal.clock.setTo('2026-11-23T04:30:00Z');
    const house = await givenHouse(portal, 'PRINCIPAL');

    const { organization } = await setSections(portal, house, [{ sectionId: cinema }]);

    expect(organization.sections[0]).toEqual({ section: { code: 'cinema' }, from: TODAY, to: null });
  });
});
