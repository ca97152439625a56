import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
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
