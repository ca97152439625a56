import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { grantTerm } from '../../src/modules/memberships/index.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn, perform as performAccount } from '../accounts/operations.ts';
import { givenOffice, newAddress, type Office } from '../invitations/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

interface Result {
  readonly __typename: string;
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
  readonly membershipClass: { readonly delegateLimit: number | null };
}

const { perform } = mutationsOf<'setDelegateLimit' | 'addDelegate', Result>(
  {
    setDelegateLimit: '... on SetDelegateLimitSuccess { membershipClass { delegateLimit } }',
    addDelegate: '... on DelegateLimitReached { limit }',
  },
  '... on InvalidInput { issues { path message } }',
);

interface Ruled {
  readonly __typename: string;
  readonly issues?: readonly { readonly path: readonly string[] }[];
  readonly membershipClass?: { readonly termRules: readonly object[] };
}

let portal: Portal;
let office: Office;
beforeAll(async () => {
  portal = await openPortal();
  office = await givenOffice(portal, { role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const lastAct = async (act: string): Promise<{ before: object; after: object } | undefined> =>
  (
    await portal.parts.db.entities.query<{ before: object; after: object }[]>(
      'select before, after from audit_entry where act = $1 order by occurred_at desc, id desc limit 1',
      [act],
    )
  )[0];
const fresh = async (): Promise<Asked> => {
  const clientKey = portal.world.aqpm.toolKey;
  return { clientKey, token: (await signedIn(portal, office.account.address, { clientKey })).accessToken };
};

describe('how many may act for organizations of a class (C2)', () => {
  const set = (membershipClass: { readonly id: never }, delegateLimit: number | null, asked: Asked) =>
    perform(
      portal,
      'setDelegateLimit',
      { membershipClassId: toPublicId('MembershipClass', membershipClass.id), delegateLimit },
      asked,
    );

  it('is set by administrators; whoever is there stays, and nobody is added until it fits', async () => {
    const ofHouses = await givenClass(portal, { code: 'MAISON', heldBy: 'ORGANIZATION' });
    const house = await givenOrganization(portal);
    await givenMembership(portal, ofHouses, { organizationId: house.id }, { memberNumber: 'M-77' });
    for (const role of ['PRINCIPAL', 'CONTACT'] as const)
      await givenDelegations(portal, house, await givenPerson(portal), role);
    const organizationId = toPublicId('Organization', house.id);
    const add = async (): Promise<string> => {
      const name = { givenName: 'Agnès', familyName: 'Ôté', email: newAddress(), locale: 'FR_CA' };
      const input = { organizationId, ...name, roles: ['CONTACT'] };
      return (await perform(portal, 'addDelegate', input, office.asked)).__typename;
    };
    const asAdmin = await fresh();

    expect((await set(ofHouses as never, 1, asAdmin)).membershipClass).toEqual({ delegateLimit: 1 });

    expect(await add()).toBe('DelegateLimitReached');
    const delegates = await portal.parts.db.entities.query<object[]>(
      'select from delegation where organization_id = $1 and to_at is null',
      [house.id],
    );
    expect(delegates).toHaveLength(2);
    expect(await lastAct('setDelegateLimit')).toEqual({
      before: { delegateLimit: null },
      after: { delegateLimit: 1 },
    });
    await set(ofHouses as never, 3, asAdmin);
    expect(await add()).toBe('AddDelegateSuccess');
    expect((await set(ofHouses as never, null, asAdmin)).membershipClass).toEqual({ delegateLimit: null });
  });

  it('is told why not, and is nobody else’s to set', async () => {
    const ofHouses = await givenClass(portal, { code: 'MAISON-2', heldBy: 'ORGANIZATION' });
    const ofPeople = await givenClass(portal, { code: 'MEMBRE-2' });
    const asAdmin = await fresh();
    const clerk = await givenOffice(portal);
    const foreign = await givenOffice(portal, { body: portal.world.icu, role: StaffRole.ADMIN });

    const answers = [
      await set(ofHouses as never, 0, asAdmin),
      await set(ofHouses as never, 101, asAdmin),
      await set(ofPeople as never, 2, asAdmin),
      await set(ofHouses as never, 2, clerk.asked),
      await set(ofHouses as never, 2, foreign.asked),
    ];

    expect(answers.map(({ __typename: name }) => name)).toEqual([
      'InvalidInput',
      'InvalidInput',
      'InvalidInput',
      'MembershipClassNotFound',
      'MembershipClassNotFound',
    ]);
    expect(answers[2]?.issues[0]?.path.at(-1)).toBe('membershipClassId');
    const { clientKey } = asAdmin;
    const { refreshToken } = await signedIn(portal, office.account.address, { clientKey: clientKey! });
    portal.clock.advance(minutes(11));
    const { session } = await performAccount(
      portal,
      'refreshSession',
      { refreshToken },
      { clientKey: clientKey! },
    );
    const stale = { clientKey: clientKey!, token: session.accessToken };
    expect((await set(ofHouses as never, 2, stale)).__typename).toBe('SignInTooOld');
  });
});

describe('how long the terms of a class last (D2)', () => {
  const TERM_RULE = 'kind months rolloverOn from to';
  const rules = mutationsOf<'setTermRule', Ruled>(
    { setTermRule: `... on SetTermRuleSuccess { membershipClass { termRules { ${TERM_RULE} } } }` },
    '... on InvalidInput { issues { path } }',
  );

  it('is set by administrators from a day on; what was in force stays for the days on which it was', async () => {
    const { id } = await givenClass(portal, { code: 'DURÉE' });
    const asked = await fresh();
    const set = (rule: object): Promise<Ruled> =>
      rules.perform(
        portal,
        'setTermRule',
        { membershipClassId: toPublicId('MembershipClass', id), ...rule },
        asked,
      );
    await set({ kind: 'CALENDAR_YEAR', rolloverOn: '10-01', from: '2020-01-01' });
    await set({ kind: 'ROLLING', from: '2027-06-01' });

    const replaced = await set({ kind: 'ODD_LENGTH', months: 14, from: '2027-01-01' });
    const wrong = [
      await set({ kind: 'ROLLING', from: '2026-11-21' }),
      await set({ kind: 'ROLLING', months: 12, from: '2027-01-01' }),
      await set({ kind: 'ODD_LENGTH', from: '2027-01-01' }),
      await set({ kind: 'ROLLING', rolloverOn: '10-01', from: '2027-01-01' }),
      await set({ kind: 'CALENDAR_YEAR', rolloverOn: '02-29', from: '2027-01-01' }),
    ];

    expect(replaced.membershipClass?.termRules).toEqual([
      { kind: 'CALENDAR_YEAR', months: null, rolloverOn: '10-01', from: '2020-01-01', to: '2026-12-31' },
      { kind: 'ODD_LENGTH', months: 14, rolloverOn: null, from: '2027-01-01', to: null },
    ]);
    expect(wrong.map(({ issues }) => issues?.map(({ path }) => path.at(-1)))).toEqual([
      ['from'],
      ['months'],
      ['months'],
      ['rolloverOn'],
      ['rolloverOn'],
    ]);
    const reader = await rules.perform(
      portal,
      'setTermRule',
      { membershipClassId: toPublicId('MembershipClass', id), kind: 'ROLLING', from: '2028-01-01' },
      (await givenOffice(portal, { role: StaffRole.READER })).asked,
    );
    expect(reader.__typename).toBe('MembershipClassNotFound');
  });

  it('says of which kind a term is that is granted without one', async () => {
    const ofClass = await givenClass(portal, { code: 'DOUZE' });
    const { id: personId } = await givenPerson(portal);
    const { id: membershipId } = await givenMembership(
      portal,
      ofClass,
      { personId },
      { memberNumber: 'D-12' },
    );
    const from = localDate('2027-04-01');
    const input = { membershipClassId: toPublicId('MembershipClass', ofClass.id), kind: 'ROLLING', from };
    await rules.perform(portal, 'setTermRule', input, await fresh());
    const grant = (first: LocalDate, to: string) =>
      portal.parts.db.transaction(tx =>
        grantTerm(portal.parts, tx, { membershipId, from: first, to: localDate(to) }),
      );

    await grant(from, '2028-04-01');

    const kinds = await portal.parts.db.entities.query<{ kind: string }[]>(
      'select kind from term where membership_id = $1 order by from_on desc limit 1',
      [membershipId],
    );
    expect(kinds).toEqual([{ kind: 'ROLLING' }]);
    await expect(grant(localDate('2028-03-31'), '2029-03-31')).rejects.toThrow('TermTaken');
  });
});
