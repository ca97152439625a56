import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { readSettings } from '../../src/modules/associations/settings/read-settings.ts';
import { settingsOf } from '../../src/modules/associations/settings/association-settings.ts';
import { Refusal } from '../../src/platform/problem.ts';
import { InvalidInput } from '../../src/platform/graphql/invalid-input.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { addApp } from '../second-factors/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

interface Settings {
  readonly version: string;
  readonly factorRoles: readonly string[];
  readonly invitationDays: number;
  readonly brandLogoUrl: string | null;
  readonly secondPersonAbove: number | null;
  readonly viewerCan: { readonly change: boolean };
}
interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly settings: Settings;
  readonly issues: readonly { path: string[]; code: string; message: string }[];
}

const SETTINGS =
  'settings { version factorRoles invitationDays brandLogoUrl secondPersonAbove viewerCan { change } }';
const { send, perform } = mutationsOf<'updateAssociationSettings', Result>(
  { updateAssociationSettings: `... on UpdateAssociationSettingsSuccess { ${SETTINGS} }` },
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenOffice(portal, { role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const settings = async (asked: Asked): Promise<Settings | null> => {
  const { data } = await portal.graphql<{ association: { settings: Settings | null } }>(
    `{ association(code: "aqpm") { ${SETTINGS} } }`,
    {},
    asked,
  );
  return data.association.settings;
};
/** As somebody does who has just read them. */
const change = async (wanted: object, asked = admin.asked): Promise<Result> => {
  const { version } = (await settings(asked))!;
  return perform(
    portal,
    'updateAssociationSettings',
    { associationId: admin.associationId, version, ...wanted },
    asked,
  );
};
const trail = () =>
  portal.parts.db.entities.query<{ account_id: string; before: object; after: object }[]>(
    `select account_id, before, after from audit_entry where act = 'updateAssociationSettings' order by occurred_at, id`,
  );

describe('what an association decides for the accounts of its people (A13, A2)', () => {
  it('is seen by its staff, and by nobody else', async () => {
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const elsewhere = await givenOffice(portal, { role: StaffRole.ADMIN, body: portal.world.acps });
    const { accessToken: token } = await signedIn(portal, admin.account.address);

    expect((await settings(admin.asked))!.viewerCan).toEqual({ change: true });
    expect((await settings(reader.asked))!.viewerCan).toEqual({ change: false });
    expect(await settings({ clientKey: portal.world.aqpm.toolKey })).toBeNull();
    expect(await settings({ token })).toBeNull();
    const foreign = await portal.graphql<{ association: null }>(
      `{ association(code: "aqpm") { ${SETTINGS} } }`,
      {},
      elsewhere.asked,
    );
    expect(foreign.data.association).toBeNull();
  });

  it('is changed by an administrator, stays as it was where nothing is said, and is on record', async () => {
    const before = (await settings(admin.asked))!;
    const done = await change({ invitationDays: 21, factorRoles: ['READER', 'FINANCE', 'READER'] });

    expect(done.__typename).toBe('UpdateAssociationSettingsSuccess');
    expect(done.settings).toMatchObject({ invitationDays: 21, factorRoles: ['FINANCE', 'READER'] });
    expect(await settings(admin.asked)).toEqual(done.settings);
    expect(done.settings.version).not.toBe(before.version);
    expect((await trail()).at(-1)).toEqual({
      account_id: admin.account.id,
      before: { factorRoles: [], invitationDays: before.invitationDays },
      after: { factorRoles: ['FINANCE', 'READER'], invitationDays: 21 },
    });
    await change({ factorRoles: [] });
  });

  it('says above how many records an act needs a second person, and says so no more by a null in so many words', async () => {
    const { secondPersonAbove } = (await settings(admin.asked))!;
    expect(secondPersonAbove).toBeNull();

    expect((await change({ secondPersonAbove: 0 })).settings.secondPersonAbove).toBe(0);
    expect((await change({ invitationDays: 20 })).settings.secondPersonAbove).toBe(0);
    expect((await change({ secondPersonAbove: null })).settings.secondPersonAbove).toBeNull();
    for (const wrong of [-1, 100_001])
      expect((await change({ secondPersonAbove: wrong })).issues).toMatchObject([
        { path: ['input', 'secondPersonAbove'], code: 'OUT_OF_RANGE' },
      ]);
  });

  it('is refused to other roles, and through a site, alike for an association that is not there', async () => {
    const { version } = (await settings(admin.asked))!;
    const member = await givenOffice(portal, { role: StaffRole.MEMBERSHIP });
    const { accessToken: token } = await signedIn(portal, admin.account.address);
    const attempts: readonly [string, Asked][] = [
      [admin.associationId, member.asked],
      ['assoc_1', admin.asked],
      [admin.associationId, { token }],
    ];

    for (const [associationId, asked] of attempts) {
      const input = { associationId, version, invitationDays: 5 };
      const { errors } = await send(portal, 'updateAssociationSettings', input, asked);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('wants a sign-in of the last minutes', async () => {
    const late = await givenOffice(portal, { role: StaffRole.ADMIN });
    await portal.parts.db.transaction(tx =>
      tx.query(
        "update session set authenticated_at = authenticated_at - interval '11 minutes' where account_id = $1",
        [late.account.id],
      ),
    );
    const { version } = (await settings(admin.asked))!;
    const input = { associationId: late.associationId, version, invitationDays: 8 };
    const { data, errors } = await send(portal, 'updateAssociationSettings', input, late.asked);

    expect([data['updateAssociationSettings']?.__typename, errors[0]?.extensions.code]).toEqual([
      'SignInTooOld',
      undefined,
    ]);
  });

  it('names everything that is wrong at once, in both languages', async () => {
    const wanted = {
      resetLinkMinutes: 5,
      invitationDays: 91,
      changeDueDays: 181,
      homeProvince: 'XX',
      websiteFr: 'http://aqpm.example/',
      brandLogoUrl: 'https://ailleurs.example/logo.svg',
    };
    const french = await change(wanted);
    const english = await change(wanted, { ...admin.asked, locale: 'en-CA' });

    for (const { __typename, issues } of [french, english])
      expect([__typename, ...issues.map(({ path, code }) => `${path.join('.')} ${code}`)]).toEqual([
        'InvalidInput',
        'input.resetLinkMinutes OUT_OF_RANGE',
        'input.invitationDays OUT_OF_RANGE',
        'input.changeDueDays OUT_OF_RANGE',
        'input.homeProvince NOT_ALLOWED',
        'input.websiteFr BAD_FORMAT',
      ]);
    expect(french.issues.at(-1)!.message).not.toBe(english.issues.at(-1)!.message);
    const logo = await change({ brandLogoUrl: wanted.brandLogoUrl });
    expect(logo.issues).toMatchObject([{ path: ['input', 'brandLogoUrl'], code: 'NOT_ALLOWED' }]);
    const own = await change({ brandLogoUrl: 'https://media.aqpm.example/logo.svg' });
    expect(own.settings.brandLogoUrl).toBe('https://media.aqpm.example/logo.svg');
    const gone = await change({ brandLogoUrl: '' });
    expect(gone.settings.brandLogoUrl).toBeNull();
  });

  it('in a live realm administrators always give a second factor', () => {
    const facts = settingsOf(portal.world.aqpm.association);
    const live = {
      wording: portal.parts.wordings.in('en-CA'),
      settings: { ...portal.parts.settings, realmMode: 'LIVE' as const },
    };
    const judged = (roles: StaffRole[]): unknown => {
      try {
        return readSettings(live, facts, { factorRoles: roles }).factorRoles;
      } catch (fault) {
        const problem = fault instanceof Refusal ? fault.problem : null;
        return problem instanceof InvalidInput ? problem.issues.map(({ message }) => message) : fault;
      }
    };

    expect(judged([StaffRole.FINANCE])).toEqual([
      'This realm always asks for a second factor in: Administrator.',
    ]);
    expect(judged([StaffRole.FINANCE, StaffRole.ADMIN])).toEqual([StaffRole.ADMIN, StaffRole.FINANCE]);
  });

  it('of two administrators at once one changes it, and the other is told', async () => {
    const other = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { version } = (await settings(admin.asked))!;
    const at = { associationId: admin.associationId, version };
    const results = await Promise.all([
      perform(portal, 'updateAssociationSettings', { ...at, invitationDays: 40 }, admin.asked),
      perform(portal, 'updateAssociationSettings', { ...at, invitationDays: 50 }, other.asked),
    ]);

    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'AssociationSettingsChanged',
      'UpdateAssociationSettingsSuccess',
    ]);
    const { invitationDays } = (await settings(admin.asked))!;
    const before = (await trail()).length;
    const again = { ...at, invitationDays };
    const repeated = await perform(portal, 'updateAssociationSettings', again, admin.asked);
    expect(repeated.__typename).toBe('UpdateAssociationSettingsSuccess');
    expect(await trail()).toHaveLength(before);
  });

  it('a role that must give a second factor rests from the next request on, until one is added', async () => {
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const sees = async (): Promise<unknown> => {
      const { data } = await portal.graphql<{
        viewer: { staffAssignments: object[]; account: { factorOwed: { kind: string } | null } };
      }>('{ viewer { staffAssignments { role } account { factorOwed { kind } } } }', {}, reader.asked);
      return [data.viewer.staffAssignments.length, data.viewer.account.factorOwed?.kind ?? null];
    };
    expect(await sees()).toEqual([1, null]);

    await change({ factorRoles: ['READER'] });
    expect(await sees()).toEqual([0, 'ENROLL_SECOND_FACTOR']);
    await addApp(portal, reader.asked);
    expect(await sees()).toEqual([1, null]);
  });

  it('binds whoever decides it as well: without a factor nobody takes it back', async () => {
    await change({ factorRoles: ['ADMIN'] });
    expect(await settings(admin.asked)).toBeNull();

    await addApp(portal, admin.asked);
    expect((await change({ factorRoles: [] })).__typename).toBe('UpdateAssociationSettingsSuccess');
  });
});
