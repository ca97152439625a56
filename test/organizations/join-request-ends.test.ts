import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { forgetOldJoining } from '../../src/modules/organizations/index.ts';
import { days } from '../support/fake-clock.ts';
import { givenClass, givenDelegations, givenMembership } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform } from './delegate-operations.ts';
import { actsOf, givenHouse, givenSomebody, type House, type Somebody } from './given-house.ts';
import { ownRequests, shown } from './joining-operations.ts';

describe('what becomes of a request to join (B10)', () => {
  let portal: Portal;
  const { ask, decide, setWays, withdraw } = actsOf(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const open = async (): Promise<House> => {
    const house = await givenHouse(portal);
    await setWays(house, { acceptsRequests: true });
    return house;
  };
  const asked = async (house: House, who: Asked): Promise<string> => (await ask(house, who)).joinRequest.id;
  const inDays = (n: number): Date => new Date(portal.clock.now().getTime() + days(n));
  const subjectsTo = async (address: string): Promise<readonly string[]> => {
    await portal.runDue();
    return portal.mailbox.to(address).map(({ subject }) => subject);
  };
  /** The principal leaves, and somebody else is it. */
  const passOn = async ({ organizationId, principal }: House, heir: Somebody): Promise<void> => {
    const offer = { organizationId, toPersonId: toPublicId('Person', heir.person.id), remainingRoles: [] };
    const { organization } = await perform(portal, 'offerPrincipalHandover', offer, principal);
    const handoverId = organization?.principalHandover?.id;
    await perform(portal, 'acceptPrincipalHandover', { handoverId }, heir);
  };
  const GONE = 'Maïa Lavoie ne demande plus à se joindre à Productions Boréales';
  const LATE = 'Votre demande pour Productions Boréales est restée sans décision';

  it('tells the person once that nobody decided, with the way on, and leaves what waits', async () => {
    const house = await open();
    const [maia, noe, zoe] = [
      await givenSomebody(portal),
      await givenSomebody(portal),
      await givenSomebody(portal),
    ];
    await asked(house, maia);
    await decide(await asked(house, noe), 'REFUSE', house.principal);
    await asked(house, zoe);
    await givenDelegations(portal, house.organization, zoe.person, 'VOTING');
    portal.clock.advance(days(30));
    expect(await subjectsTo(maia.address)).not.toContain(LATE);
    portal.clock.advance(days(1));

    for (let time = 0; time < 2; time++) {
      const told = await subjectsTo(maia.address);
      expect(told.filter(subject => subject === LATE)).toHaveLength(1);
    }

    const { text } = portal.mailbox.lastTo(maia.address);
    expect(text).toContain('Elle a pris fin le 22 décembre 2026.');
    expect(text).toContain('Vous pouvez en faire une nouvelle sur le site');
    for (const { address } of [noe, zoe, house.principal])
      expect(await subjectsTo(address)).not.toContain(LATE);
    const { siteKey } = portal.world.aqpm;
    const [own] = await ownRequests(portal, { token: await maia.tokenAt(siteKey) });
    expect(own).toMatchObject({ state: 'EXPIRED', viewerCanWithdraw: false });
    const principal = { token: await house.principal.tokenAt(siteKey) };
    const seen = await shown(portal, house.organizationId, principal);
    const shownStates = seen?.joinRequests?.nodes.map(
      ({ state, viewerCanDecide }) => `${state} ${viewerCanDecide}`,
    );
    expect(shownStates?.sort()).toEqual(['EXPIRED false', 'EXPIRED false', 'REFUSED false']);
    const { data } = await portal.graphql<{ organization: { joinRequests: { totalCount: number } } }>(
      'query ($id: ID!) { organization(id: $id) { joinRequests(states: [PENDING]) { totalCount } } }',
      { id: house.organizationId },
      principal,
    );
    expect(data.organization.joinRequests.totalCount).toBe(0);
  });

  it('is not approved where the class of the membership lets no more people act', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);
    const requestId = await asked(house, maia);
    const ofClass = await givenClass(portal, { code: 'SEULE', heldBy: 'ORGANIZATION', delegateLimit: 1 });
    const holder = { organizationId: house.organization.id };
    await givenMembership(portal, ofClass, holder, { memberNumber: 'S-1' });

    const full = await decide(requestId, 'APPROVE', house.principal);

    expect(full).toMatchObject({ __typename: 'DelegateLimitReached', limit: 1 });
    expect(await ownRequests(portal, maia)).toMatchObject([{ state: 'PENDING' }]);
  });

  it('is withdrawn by who asked alone, and says so to whoever decides later, with the way on', async () => {
    const house = await open();
    const [maia, stranger] = [await givenSomebody(portal), await givenSomebody(portal)];
    const requestId = await asked(house, maia);

    const byOther = await withdraw(requestId, stranger);
    const byPrincipal = await withdraw(requestId, house.principal);
    const withdrawn = await withdraw(requestId, maia);
    const late = await decide(requestId, 'APPROVE', house.principal);

    for (const { __typename } of [byOther, byPrincipal]) expect(__typename).toBe('JoinRequestNotFound');
    expect(withdrawn.joinRequest.state).toBe('WITHDRAWN');
    expect(late).toMatchObject({
      __typename: 'JoinRequestOver',
      state: 'WITHDRAWN',
      message: 'Cette demande a été retirée.',
      next: { kind: 'VIEW_ORGANIZATION', organizationId: house.organizationId },
    });
    expect((await ask(house, maia)).__typename).toBe('RequestToJoinOrganizationSuccess');
  });

  it('expires by itself after 30 days, can be made again, and is forgotten a year later', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);
    const requestId = await asked(house, maia);
    portal.clock.advance(days(32));
    const { siteKey } = portal.world.aqpm;
    const [principal, again] = await Promise.all(
      [house.principal, maia].map(async one => ({ token: await one.tokenAt(siteKey) })),
    );

    const late = await decide(requestId, 'APPROVE', principal!);
    const anew = await ask(house, again!);

    expect(late).toMatchObject({ __typename: 'JoinRequestOver', state: 'EXPIRED' });
    expect(anew.joinRequest.state).toBe('PENDING');
    expect((await ownRequests(portal, again!)).map(({ state }) => state)).toEqual(['PENDING', 'EXPIRED']);
    await forgetOldJoining({ ...portal.parts, clock: { now: () => inDays(362) } });
    expect(await ownRequests(portal, again!)).toHaveLength(2);
    await forgetOldJoining({ ...portal.parts, clock: { now: () => inDays(366) } });
    expect(await ownRequests(portal, again!)).toMatchObject([{ state: 'PENDING' }]);
  });

  it('is not for delegates, and mails nobody without end', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);

    const byPrincipal = await ask(house, house.principal);
    const answers: string[] = [];
    for (let time = 0; time < 4; time++) {
      const { __typename, joinRequest } = await ask(house, maia);
      answers.push(__typename);
      if (__typename.endsWith('Success')) await withdraw(joinRequest.id, maia);
    }

    expect(byPrincipal).toMatchObject({
      __typename: 'AlreadyDelegate',
      next: { kind: 'VIEW_ORGANIZATION', organizationId: house.organizationId },
    });
    expect(answers.slice(0, 3)).toEqual(Array(3).fill('RequestToJoinOrganizationSuccess'));
    expect(answers[3]).toBe('TooManyAttempts');
  });

  it('tells the principal that it is withdrawn, whom it was told to and who still decides', async () => {
    const [house, unheard, passed] = [await open(), await open(), await open()];
    const maia = await givenSomebody(portal);
    // Nobody could be told there when it came.
    await portal.parts.db.transaction(tx =>
      tx.query('update delegation set suspended_at = $2 where organization_id = $1', [
        unheard.organization.id,
        portal.clock.now(),
      ]),
    );
    const requests = [await asked(house, maia), await asked(unheard, maia), await asked(passed, maia)];
    await portal.parts.db.transaction(tx =>
      tx.query('update delegation set suspended_at = null where organization_id = $1', [
        unheard.organization.id,
      ]),
    );
    const heir = await givenSomebody(portal, undefined, 'Relève');
    await givenDelegations(portal, passed.organization, heir.person, 'DUES');
    await passOn(passed, heir);

    for (const id of requests) await withdraw(id, maia);

    expect(await subjectsTo(house.principal.address)).toContain(GONE);
    for (const { address } of [unheard.principal, passed.principal, heir])
      expect(await subjectsTo(address)).not.toContain(GONE);
  });
});
