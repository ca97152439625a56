import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { perform as performDelegates } from './delegate-operations.ts';
import { actsOf, givenHouse, givenSomebody, type House } from './given-house.ts';
import { joinable, ownRequests, perform, rolesOf, send, shown, type Result } from './joining-operations.ts';

describe('joining an organization by oneself (B11)', () => {
  let portal: Portal;
  const { ask, setWays, verify, join, rotate, enter } = actsOf(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const DOMAIN = 'boréales.example';
  const withDomain = async (domain = DOMAIN): Promise<House> => {
    const house = await givenHouse(portal);
    await verify(house, domain, house.office);
    await setWays(house, { acceptsDomains: true });
    return house;
  };
  const remove = async ({ organizationId, principal }: House, personId: string): Promise<void> => {
    await performDelegates(portal, 'removeDelegate', { organizationId, personId }, principal);
  };

  let count = 0;
  const atDomain = (domain = DOMAIN) => givenSomebody(portal, `maia${++count}@${domain}`);

  describe('by the domain of a confirmed address', () => {
    it('makes a contact delegate at once; the principal hears by which domain and how to remove them', async () => {
      const house = await withDomain();
      const maia = await atDomain();

      const joined = await join(house, maia);

      expect(rolesOf(joined.organization)).toContain('Maïa Lavoie: CONTACT');
      expect(joined.next).toEqual({ kind: 'VIEW_ORGANIZATION', organizationId: house.organizationId });
      expect(joined.organization?.joining).toBeNull();
      await portal.runDue();
      const told = portal.mailbox.lastTo(house.principal.address);
      expect(told.text).toContain('grâce à une adresse courriel qui se termine par @xn--borales-dya.example');
      expect(told.text).toContain('Cette personne n’en fait pas partie?');
      expect(portal.mailbox.lastTo(maia.address).text).toContain('vous êtes délégué aux communications');
      expect(await join(house, maia)).toMatchObject({ __typename: 'AlreadyDelegate' });
    });

    it('is verified by staff alone, never at a public provider, and turned on by the organization', async () => {
      const house = await givenHouse(portal);
      const maia = await atDomain();

      const tooEarly = await setWays(house, { acceptsDomains: true });
      const publicOne = await verify(house, 'Hotmail.com', house.office);
      const noDomain = await verify(house, 'pas un domaine', house.office);
      const { errors } = await send(
        portal,
        'verifyOrganizationDomain',
        { organizationId: house.organizationId, domain: DOMAIN, document: 'Moi' },
        house.principal,
      );
      const verified = await verify(house, DOMAIN, house.office);
      const notOn = await join(house, maia);

      expect(tooEarly.issues).toMatchObject([{ path: ['input', 'acceptsDomains'] }]);
      expect(publicOne.issues).toMatchObject([
        { path: ['input', 'domain'], message: expect.stringContaining('hotmail.com') },
      ]);
      expect(noDomain.issues).toMatchObject([{ path: ['input', 'domain'] }]);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(verified.organization?.joining).toMatchObject({
        acceptsDomains: false,
        domains: [{ domain: 'xn--borales-dya.example', document: 'Courriel du 3 mai' }],
        viewerCanVerifyDomains: true,
      });
      expect(notOn.__typename).toBe('OrganizationNotJoinable');
    });

    it('lets nobody in whose address is unconfirmed, elsewhere or below the domain: one answer for all', async () => {
      const house = await withDomain('films.example');
      const unconfirmed = await atDomain('films.example');
      await portal.parts.db.transaction(tx =>
        tx.query('update account_address set verified_at = null where account_id = $1', [
          unconfirmed.accountId,
        ]),
      );
      const elsewhere = await atDomain('autres.example');
      const below = await atDomain('post.films.example');
      const absent = { ...house, organizationId: toPublicId('Organization', below.person.id as never) };

      const nothing = await join(absent, below);

      expect(nothing).toMatchObject({ __typename: 'OrganizationNotJoinable' });
      for (const who of [unconfirmed, elsewhere, below]) {
        expect(await join(house, who)).toEqual(nothing);
        expect((await joinable(portal, who)).map(({ id }) => id)).not.toContain(house.organizationId);
      }
      const insider = await atDomain('films.example');
      expect(await joinable(portal, insider)).toContainEqual({
        id: house.organizationId,
        name: 'Productions Boréales',
        ways: ['EMAIL_DOMAIN'],
      });
    });

    it('ends with the domain, or when the way is turned off; whoever has joined stays', async () => {
      const [ended, off] = [await withDomain('un.example'), await withDomain('deux.example')];
      const maia = await atDomain('un.example');
      await join(ended, maia);

      const { organizationId } = ended;
      const input = { organizationId, domain: 'UN.example' };
      await perform(portal, 'endOrganizationDomain', input, ended.principal);
      const again = await perform(portal, 'endOrganizationDomain', input, ended.principal);
      await setWays(off, {});

      expect(again.__typename).toBe('OrganizationDomainNotFound');
      expect((await join(ended, await atDomain('un.example'))).__typename).toBe('OrganizationNotJoinable');
      expect((await join(off, await atDomain('deux.example'))).__typename).toBe('OrganizationNotJoinable');
      expect(rolesOf(await shown(portal, organizationId, maia))).toContain('Maïa Lavoie: CONTACT');
    });

    it('is closed to whoever was removed, and while no principal could remove anybody', async () => {
      const [house, headless] = [await withDomain('trois.example'), await withDomain('quatre.example')];
      const maia = await atDomain('trois.example');
      await join(house, maia);
      await remove(house, toPublicId('Person', maia.person.id));
      await portal.parts.db.transaction(tx =>
        suspendDelegations(portal.parts, tx, {
          organizationId: headless.organization.id,
          personId: headless.principal.person.id,
          roles: ['PRINCIPAL'],
        }),
      );

      const back = await join(house, maia);
      // The same login has another record on file.
      const second = await givenPerson(portal, { accountId: maia.person.accountId! });
      const asSecond = { organizationId: house.organizationId, personId: toPublicId('Person', second.id) };
      const byOther = await perform(portal, 'joinOrganization', asSecond, maia);
      const unseen = await join(headless, await atDomain('quatre.example'));

      expect(back).toMatchObject({ __typename: 'FormerDelegate', next: { kind: 'ASK_ORGANIZATION' } });
      expect(byOther.__typename).toBe('FormerDelegate');
      expect(unseen.__typename).toBe('OrganizationNotJoinable');
    });
  });

  describe('by the code that an organization gave out', () => {
    it('is shown once, works for many, whatever case and dashes, and counts its uses', async () => {
      const house = await givenHouse(portal);
      const { code, organization } = await rotate(house);
      const [maia, noe] = [await atDomain('un.example'), await atDomain('deux.example')];

      const first = await enter(code, maia);
      await enter(` ${code.toUpperCase().replaceAll('-', ' ')} `, noe);

      expect(code).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$/);
      expect(organization?.joining?.code).toMatchObject({ uses: 0 });
      expect(rolesOf(first.organization)).toContain('Maïa Lavoie: CONTACT');
      const seen = await shown(portal, house.organizationId, house.principal);
      expect(seen?.joining?.code?.uses).toBe(2);
      expect(JSON.stringify(seen)).not.toContain(code);
      const kept = await portal.parts.db.entities.query<object[]>('select c::text from organization_code c');
      expect(JSON.stringify(kept)).not.toContain(code);
      await portal.runDue();
      expect(portal.mailbox.lastTo(house.principal.address).text).toContain('Faites aussi un nouveau code');
    });

    it('lets the same person in once, however often it is sent, and ends what they had asked for', async () => {
      const house = await givenHouse(portal);
      await setWays(house, { acceptsRequests: true });
      const { code } = await rotate(house);
      const maia = await atDomain();
      await ask(house, maia);

      const answers = await Promise.all([1, 2, 3].map(() => enter(code, maia)));

      expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
        'AlreadyDelegate',
        'AlreadyDelegate',
        'JoinOrganizationSuccess',
      ]);
      const seen = await shown(portal, house.organizationId, house.principal);
      expect(seen?.joining?.code?.uses).toBe(1);
      expect(await ownRequests(portal, maia)).toMatchObject([{ state: 'OVERTAKEN' }]);
    });

    it('says replaced, turned off or expired of a code that was good, and one thing of all others', async () => {
      const [rotated, off, old] = [
        await givenHouse(portal),
        await givenHouse(portal),
        await givenHouse(portal),
      ];
      const codes = [await rotate(rotated), await rotate(off), await rotate(old)].map(({ code }) => code);
      await rotate(rotated);
      const { organizationId } = off;
      await perform(portal, 'turnOffOrganizationCode', { organizationId }, off.principal);
      const maia = await atDomain();
      const account = await givenAccount(portal, { associationIds: [portal.world.acps.association.id] });
      const { id: associationId } = portal.world.acps.association;
      await givenPerson(portal, { associationId, accountId: account.id });
      const clientKey = portal.world.acps.siteKey;
      const stranger = (await signedIn(portal, account.address, { clientKey })).accessToken;

      const [replaced, turnedOff] = [await enter(codes[0]!, maia), await enter(codes[1]!, maia)];
      const unknown = await enter('0123abcd-4567-89ef', maia);
      const nonsense = await enter('pas un code', maia);
      const foreign = await enter(codes[2]!, { clientKey, token: stranger });
      portal.clock.advance(days(92));
      const expired = await enter(codes[2]!, { token: await maia.tokenAt(portal.world.aqpm.siteKey) });

      expect(replaced).toMatchObject({
        __typename: 'OrganizationCodeReplaced',
        next: { kind: 'ASK_ORGANIZATION' },
      });
      expect(turnedOff.__typename).toBe('OrganizationCodeTurnedOff');
      expect(unknown.__typename).toBe('OrganizationCodeUnknown');
      for (const other of [nonsense, foreign]) expect(other).toEqual(unknown);
      expect(expired.__typename).toBe('OrganizationCodeExpired');
    });

    it('is guessed thirty times in ten minutes at most, and holders are never locked out', async () => {
      const house = await givenHouse(portal);
      const { code } = await rotate(house);
      const guesser = await atDomain();
      const guess = (n: number): Promise<Result> =>
        enter(`0000${String(n).padStart(4, '0')}-0000-0000`, guesser);

      const answers = await Promise.all(Array.from({ length: 31 }, (_, n) => guess(n)));

      const refused = answers.filter(({ __typename }) => __typename === 'TooManyAttempts');
      expect(refused.length).toBeGreaterThan(0);
      expect((await enter(code, guesser)).__typename).toBe('TooManyAttempts');
      portal.clock.advance(11 * 60_000);
      const token = await guesser.tokenAt(portal.world.aqpm.siteKey);
      for (let time = 0; time < 35; time++) await enter(code, { token });
      expect((await enter(code, { token })).__typename).toBe('AlreadyDelegate');
    });

    it('stops where the class of the membership lets no more people act', async () => {
      const house = await givenHouse(portal);
      const { code } = await rotate(house);
      const ofClass = await givenClass(portal, { code: 'PETITE', heldBy: 'ORGANIZATION', delegateLimit: 2 });
      await givenMembership(
        portal,
        ofClass,
        { organizationId: house.organization.id },
        { memberNumber: 'P-1' },
      );
      await enter(code, await atDomain());

      const full = await enter(code, await atDomain());

      expect(full).toMatchObject({ __typename: 'DelegateLimitReached', limit: 2 });
      expect((await shown(portal, house.organizationId, house.principal))?.joining?.code?.uses).toBe(1);
    });
  });

  it('takes a code or an organization, one of the two, for a person of one’s own', async () => {
    const house = await withDomain('cinq.example');
    const maia = await atDomain('cinq.example');
    const { organizationId } = house;
    const personId = toPublicId('Person', house.principal.person.id);

    const answers = [
      await perform(portal, 'joinOrganization', {}, maia),
      await perform(
        portal,
        'joinOrganization',
        { organizationId, organizationCode: '8e5f9b1c-efcd-432b' },
        maia,
      ),
      await perform(portal, 'joinOrganization', { organizationId, personId }, maia),
    ];

    expect(answers.map(({ issues }) => issues[0]?.path)).toEqual([
      ['input', 'organizationCode'],
      ['input', 'organizationCode'],
      ['input', 'personId'],
    ]);
  });
});
