import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { addVerifiedAddress } from '../../src/modules/accounts/index.ts';
import { appointRealmAdministrator, StaffRole } from '../../src/modules/associations/index.ts';
import { contextOf, givenAccount } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { givenClient } from '../integrations/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  addressesOf,
  contestToken,
  employedSince,
  freshAddress,
  givenAdministrator,
  givenLoser,
  HOUR,
  type Loser,
  perform,
  replace,
  subjectsTo,
  trailOf,
} from './operations.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('staff who help somebody with a lost mailbox (A14)', () => {
  it('do so from a fresh sign-in alone', async () => {
    const member = await givenLoser(portal);
    const { account } = await givenAdministrator(portal);
    const { toolKey: clientKey } = portal.world.aqpm;
    const { refreshToken } = await signedIn(portal, account.address, { clientKey });
    portal.clock.advance(11 * 60_000);
    const { session } = await performAccount(portal, 'refreshSession', { refreshToken }, { clientKey });

    const refused = await replace(portal, member, freshAddress(), { clientKey, token: session.accessToken });

    expect(refused.__typename).toBe('SignInTooOld');
  });

  it('see what waits, and take it back', async () => {
    const member = await givenLoser(portal);
    const [first, second] = [await givenAdministrator(portal), await givenAdministrator(portal)];
    const clerk = await givenAdministrator(portal, StaffRole.MEMBERSHIP);
    const reader = await givenAdministrator(portal, StaffRole.READER);
    const { personId } = member;
    const seenBy = async ({ asked }: typeof first): Promise<object | null> =>
      (
        await portal.graphql<{ node: { addressReplacement: object | null } | null }>(
          'query ($id: ID!) { node(id: $id) { ... on Person { addressReplacement { newAddress } } } }',
          { id: personId },
          asked,
        )
      ).data.node?.addressReplacement ?? null;
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, first.asked);

    for (const staff of [second, clerk])
      expect(await seenBy(staff)).toMatchObject({ newAddress: expect.stringMatching(/^n•••@/) as unknown });
    expect(await seenBy(reader)).toBeNull();
    const withdraw = async ({ asked }: typeof first): Promise<string> =>
      (await perform(portal, 'withdrawAddressReplacement', { personId }, asked)).__typename;
    expect(await withdraw(clerk)).toBe('AccountHolderNotFound');
    expect(await withdraw(second)).toBe('WithdrawAddressReplacementSuccess');
    expect(await withdraw(second)).toBe('AddressReplacementNotFound');

    expect(await seenBy(second)).toBeNull();
    portal.clock.advance(73 * HOUR);
    await portal.runDue();
    await signedIn(portal, member.account.address);
    expect(portal.mailbox.lastTo(newAddress).text).toContain('Notre équipe a retiré la demande');
    expect(portal.mailbox.lastTo(first.account.address).text).toContain('Une autre personne qui administre');
  });

  it('are refused for others than those in their care, for themselves, and for addresses that cannot be', async () => {
    const member = await givenLoser(portal);
    const office = await givenAdministrator(portal);
    const attempt = async (asked: Asked): Promise<string> =>
      (await replace(portal, member, freshAddress(), asked)).__typename;
    for (const role of [StaffRole.MEMBERSHIP, StaffRole.READER])
      expect(await attempt((await givenAdministrator(portal, role)).asked)).toBe('AccountHolderNotFound');
    const { association, toolKey: clientKey } = portal.world.icu;
    const foreign = await givenAccount(portal);
    await givenStaff(portal, foreign.id, association, StaffRole.ADMIN);
    const { accessToken: token } = await signedIn(portal, foreign.address, { clientKey });
    expect(await attempt({ clientKey, token })).toBe('AccountHolderNotFound');

    const self = await givenPerson(portal, { accountId: office.account.id });
    const own = { personId: toPublicId('Person', self.id) };
    expect((await replace(portal, own, freshAddress(), office.asked)).__typename).toBe('OwnAddressKept');

    for (const [address, message] of [
      ['pas une adresse', /n’est pas une adresse courriel/],
      [member.account.address.toUpperCase(), /a déjà cette adresse/],
      [foreign.address, /Un autre compte utilise cette adresse/],
    ] as const) {
      const { issues } = await replace(portal, member, address, office.asked);
      expect(issues).toMatchObject([
        { path: ['input', 'newAddress'], message: expect.stringMatching(message) },
      ]);
    }
    expect(await trailOf(portal, member)).toEqual([]);
  });

  it('are two pairs of eyes only when both were there before the person could have said no', async () => {
    const office = await givenAdministrator(portal);
    for (const [hours, done] of [
      [0, false],
      [72 - 1 / 3600, false],
      [72, true],
    ] as const) {
      const newcomer = await givenAdministrator(portal);
      await employedSince(portal, newcomer.account.id, hours);
      for (const [first, second] of [
        [office, newcomer],
        [newcomer, office],
      ] as const) {
        const member = await givenLoser(portal);
        const newAddress = freshAddress();
        const { effectiveAt } = await replace(portal, member, newAddress, first.asked);

        const answer = await replace(portal, member, newAddress, second.asked);

        expect([hours, answer.done, answer.effectiveAt === effectiveAt]).toEqual([hours, done, !done]);
        expect(await addressesOf(portal, member)).toMatchObject([
          { address: done ? newAddress : member.account.address },
        ]);
      }
    }
  });

  it('are no second pair of eyes for another federation that has the same person on file', async () => {
    const { icu } = portal.world;
    const member = await givenLoser(portal);
    const { id } = await givenPerson(portal, {
      associationId: icu.association.id,
      accountId: member.account.id,
    });
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, (await givenAdministrator(portal)).asked);
    const { asked } = await givenAdministrator(portal, StaffRole.ADMIN, icu);

    const there = await replace(portal, { personId: toPublicId('Person', id) }, newAddress, asked);

    expect(there).toMatchObject({ __typename: 'ReplaceLostAddressSuccess', done: false });
  });

  it('leave alone who has rights where they have none: in another federation, above them, or over the realm', async () => {
    const { aqpm, icu, oppi } = portal.world;
    const office = await givenAdministrator(portal);
    const member = await givenLoser(portal);
    const there = await givenPerson(portal, {
      associationId: icu.association.id,
      accountId: member.account.id,
    });
    const elsewhere = { personId: toPublicId('Person', there.id) };
    const attempt = async ({ asked }: typeof office, of = member as Pick<Loser, 'personId'>) =>
      replace(portal, of, freshAddress(), asked);

    await givenStaff(portal, member.account.id, aqpm.association, StaffRole.READER);
    await givenStaff(portal, member.account.id, icu.association, StaffRole.READER);
    const refused = await attempt(office);
    expect([refused.__typename, refused.message]).toEqual([
      'HolderHasRightsElsewhere',
      expect.stringMatching(/Adressez-vous à une personne qui administre tout le service/),
    ]);
    const above = await givenAdministrator(portal, StaffRole.ADMIN, icu);
    expect((await attempt(above, elsewhere)).__typename).toBe('HolderHasRightsElsewhere');
    expect(await trailOf(portal, member)).toEqual([]);

    // A role that has ended is none; one of their own body is theirs to judge.
    await portal.parts.db.transaction(tx =>
      tx.query('update staff_assignment set to_at = $2 where account_id = $1 and association_id = $3', [
        member.account.id,
        portal.clock.now(),
        icu.association.id,
      ]),
    );
    expect((await attempt(office)).__typename).toBe('ReplaceLostAddressSuccess');

    // An administrator of an institute, and somebody of the national body whom the institute has on file as well.
    const national = await givenAccount(portal);
    await givenStaff(portal, national.id, icu.association, StaffRole.MEMBERSHIP);
    const { id } = await givenPerson(portal, { associationId: oppi.id, accountId: national.id });
    const { key: toolKey } = await givenClient(portal, oppi, { kind: 'SECRET', signInMode: 'DIRECT' });
    const below = await givenAdministrator(portal, StaffRole.ADMIN, { association: oppi, toolKey });
    const atInstitute = { personId: toPublicId('Person', id) };
    expect((await attempt(below, atInstitute)).__typename).toBe('HolderHasRightsElsewhere');

    const trusted = await givenLoser(portal);
    for (const { id: accountId } of [trusted.account, below.account])
      await portal.parts.db.transaction(tx =>
        appointRealmAdministrator(portal.parts, tx, { accountId, byWhom: 'operator' }),
      );
    expect((await attempt(office, trusted)).__typename).toBe('HolderHasRightsElsewhere');
    expect((await attempt(below, atInstitute)).__typename).toBe('ReplaceLostAddressSuccess');
  });

  it('are answered once when two of them ask at the same moment', async () => {
    const member = await givenLoser(portal);
    const [first, second] = [await givenAdministrator(portal), await givenAdministrator(portal)];
    const newAddress = freshAddress();

    const asking = [first, second].map(({ asked }) => replace(portal, member, newAddress, asked));
    expect((await Promise.all(asking)).map(({ done }) => done).sort()).toEqual([false, true]);
    await portal.runDue();

    expect(await addressesOf(portal, member)).toEqual([
      { address: newAddress, primary: true, verified: false },
    ]);
    const told = subjectsTo(portal, member.account.address);
    expect(told.filter(subject => subject === 'L’adresse de votre compte a été remplacée')).toHaveLength(1);

    const [one, other] = [await givenLoser(portal), freshAddress()];
    const wanted = [freshAddress(), other];
    const differing = wanted.map((address, i) => replace(portal, one, address, [first, second][i]!.asked));
    const types = (await Promise.all(differing)).map(({ __typename }) => __typename);
    expect(types.sort()).toEqual(['AddressReplacementOpen', 'ReplaceLostAddressSuccess']);
  });

  it('lose or win against the person who says no at the same moment, and never both', async () => {
    for (let round = 0; round < 2; round++) {
      const member = await givenLoser(portal);
      const [first, second] = [await givenAdministrator(portal), await givenAdministrator(portal)];
      const newAddress = freshAddress();
      await replace(portal, member, newAddress, first.asked);
      const token = await contestToken(portal, member.account.address);
      const row = await hold(
        portal,
        'select from address_replacement where account_id = $1 and ended_at is null for update',
        [member.account.id],
      );
      const effect = replace(portal, member, newAddress, second.asked);
      const contest = perform(portal, 'contestAddressReplacement', { token });
      await row.untilWaiting(2);
      await row.letGo();

      const { done } = await effect;
      const { __typename } = await contest;
      expect(__typename).toBe(done ? 'ConfirmationTokenExpired' : 'ContestAddressReplacementSuccess');
      expect(await addressesOf(portal, member)).toMatchObject([
        { address: done ? newAddress : member.account.address },
      ]);
    }
  });

  it('hear that nothing came of it when another account has the address by then, or the old one is gone', async () => {
    const [late, moved] = [await givenLoser(portal), await givenLoser(portal)];
    const [office, second] = [await givenAdministrator(portal), await givenAdministrator(portal)];
    const [taken, unneeded] = [freshAddress(), freshAddress()];
    await replace(portal, late, taken, office.asked);
    await replace(portal, moved, unneeded, office.asked);
    await givenAccount(portal, { address: taken });
    await portal.parts.db.transaction(tx =>
      tx.query('update account_address set normalized = address || $2 where account_id = $1', [
        moved.account.id,
        '.example',
      ]),
    );

    expect((await replace(portal, late, taken, second.asked)).issues).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
    portal.clock.advance(72 * HOUR);
    await portal.runDue();

    expect(await addressesOf(portal, late)).toMatchObject([
      { address: late.account.address, verified: true },
    ]);
    await signedIn(portal, late.account.address);
    for (const told of [late.account.address, moved.account.address, unneeded])
      expect(portal.mailbox.lastTo(told).text).toContain('La demande n’a pas pu être exécutée');
    expect(portal.mailbox.lastTo(office.account.address).text).toContain('Au moment prévu');
    const [finished] = (await trailOf(portal, late)).filter(({ act }) => act === 'finishAddressReplacement');
    expect(finished?.after).toMatchObject({ why: 'IMPOSSIBLE', sessionsEnded: 0 });
  });

  it('wait for whoever takes the address in the same instant', async () => {
    const member = await givenLoser(portal);
    const newAddress = freshAddress();
    await replace(portal, member, newAddress, (await givenAdministrator(portal)).asked);
    const another = await givenAccount(portal);
    const context = await contextOf(portal);
    const address = readEmailAddress(newAddress)!;
    portal.clock.advance(72 * HOUR);

    let finishing: Promise<void> | undefined;
    await portal.parts.db.transaction(async tx => {
      await addVerifiedAddress(context, tx, another.id, address);
      finishing = portal.runDue();
      await setTimeout(100);
    });
    await finishing;

    expect(await addressesOf(portal, member)).toMatchObject([{ address: member.account.address }]);
    expect(portal.mailbox.lastTo(member.account.address).text).toContain('n’a pas pu être exécutée');
  });
});
