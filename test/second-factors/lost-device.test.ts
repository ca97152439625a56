import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { employedSince } from '../lost-address/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { begin, codeOf, givenProtected, perform, send, type Protected } from './operations.ts';

const HOUR = 3_600_000;
const IDENTITY_CHECK = 'Permis de conduire comparé en visioconférence au dossier';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const administrator = async (
  role = StaffRole.ADMIN,
  hours = 96,
): Promise<Asked & { readonly address: string }> => {
  const account = await givenAccount(portal);
  await givenStaff(portal, account.id, portal.world.aqpm.association, role);
  await employedSince(portal, account.id, hours);
  const clientKey = portal.world.aqpm.toolKey;
  const { accessToken } = await signedIn(portal, account.address, { clientKey });
  return { clientKey, token: accessToken, address: account.address };
};
const givenLoser = async (
  wanted: Parameters<typeof givenProtected>[1] = {},
): Promise<Protected & { readonly personId: string }> => {
  const member = await givenProtected(portal, wanted);
  const person = await givenPerson(portal, { accountId: member.account.id });
  return { ...member, personId: toPublicId('Person', person.id) };
};
const reset = (personId: string, asked: Asked) =>
  perform(portal, 'resetSecondFactors', { personId, identityCheck: IDENTITY_CHECK }, asked);
const linkTo = async (address: string): Promise<string> => {
  await portal.runDue();
  return /#contest=([\w-]+)/.exec(portal.mailbox.lastTo(address).text)![1]!;
};

describe('somebody who lost their device and their codes (A13)', () => {
  it('is not helped from a window that was left open', async () => {
    const member = await givenLoser();
    const { address } = await administrator();
    const { toolKey: clientKey } = portal.world.aqpm;
    const { refreshToken } = await signedIn(portal, address, { clientKey });
    portal.clock.advance(11 * 60_000);
    const { session } = await performAccount(portal, 'refreshSession', { refreshToken }, { clientKey });

    const refused = await reset(member.personId, { clientKey, token: session.accessToken });

    expect(refused.__typename).toBe('SignInTooOld');
  });

  it('gets in by the password alone a day after an administrator checked who they are', async () => {
    const member = await givenLoser();
    const office = await administrator();

    const asked = await reset(member.personId, office);
    expect(asked).toMatchObject({
      done: false,
      effectiveAt: new Date(portal.clock.now().getTime() + 24 * HOUR).toISOString(),
    });
    await portal.runDue();
    const warning = portal.mailbox.lastTo(member.account.address);
    expect(warning.subject).toBe('On nous a demandé de retirer vos deuxièmes facteurs');
    expect(warning.links.find(link => link.includes('#contest='))).toMatch(
      /^https:\/\/aqpm\.example\/fr\/email_confirmation#contest=affilia_once_/,
    );

    portal.clock.advance(24 * HOUR - 1000);
    await portal.runDue();
    await begin(portal, member.account.address);
    portal.clock.advance(1000);
    await portal.runDue();

    await signedIn(portal, member.account.address);
    expect(portal.mailbox.lastTo(member.account.address).subject).toBe(
      'Vos deuxièmes facteurs ont été retirés',
    );
    const trail = await portal.parts.db.entities.query<{ act: string; after: object }[]>(
      `select act, after from audit_entry where subject_id = $1 and act like '%FactorReset' or act = 'resetSecondFactors'
       order by occurred_at`,
      [member.account.id],
    );
    expect(trail.map(({ act }) => act)).toEqual(['resetSecondFactors', 'finishFactorReset']);
    expect(trail[0]?.after).toMatchObject({ identityCheck: IDENTITY_CHECK });
  });

  it('is told at every address of theirs', async () => {
    const member = await givenLoser();
    const other = `autre-${member.account.address}`;
    await portal.parts.db.transaction(tx =>
      tx.query(
        `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
         values (gen_random_uuid(), $1, $2, $2, false, now(), now())`,
        [member.account.id, other],
      ),
    );

    await reset(member.personId, await administrator());

    await portal.runDue();
    const token = await linkTo(other);
    expect(portal.mailbox.lastTo(member.account.address).text).toContain(token);
  });

  it('keeps them when the person says no by the link, and the administrator is told', async () => {
    const member = await givenLoser({ locale: 'en-CA' });
    const office = await administrator();
    await reset(member.personId, office);
    const token = await linkTo(member.account.address);

    const said = await perform(portal, 'contestSecondFactorReset', { token });
    expect(said).toMatchObject({ next: { kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD' } });
    portal.clock.advance(25 * HOUR);
    await portal.runDue();

    await begin(portal, member.account.address);
    expect(portal.mailbox.lastTo(office.address).subject).toBe(
      'Un retrait de deuxièmes facteurs a été contesté',
    );
    expect((await perform(portal, 'contestSecondFactorReset', { token })).__typename).toBe(
      'ConfirmationTokenUsed',
    );
    const unknown = { token: `affilia_once_${'x'.repeat(32)}` };
    expect((await perform(portal, 'contestSecondFactorReset', unknown)).__typename).toBe(
      'ConfirmationTokenUnknown',
    );
  });

  it('gets in at once when a second administrator asks for the same', async () => {
    const member = await givenLoser();
    const [first, second] = [await administrator(), await administrator()];
    await reset(member.personId, first);
    expect(await reset(member.personId, first)).toMatchObject({ done: false });
    const token = await linkTo(member.account.address);

    expect(await reset(member.personId, second)).toMatchObject({ done: true });

    await signedIn(portal, member.account.address);
    expect((await perform(portal, 'contestSecondFactorReset', { token })).__typename).toBe(
      'ConfirmationTokenExpired',
    );
    expect((await reset(member.personId, first)).__typename).toBe('SecondFactorMissing');
  });

  it('is not helped at once by an administrator and one whom they have just made', async () => {
    const office = await administrator();
    const [newcomer, known] = [
      await administrator(StaffRole.ADMIN, 23.9),
      await administrator(undefined, 24),
    ];
    for (const [first, second, done] of [
      [office, newcomer, false],
      [newcomer, office, false],
      [office, known, true],
      [known, office, true],
    ] as const) {
      const member = await givenLoser();
      await reset(member.personId, first);

      expect(await reset(member.personId, second)).toMatchObject({ done });

      if (!done) await begin(portal, member.account.address);
    }
  });

  it('is helped by nobody who has no rights where they are staff themselves', async () => {
    const member = await givenLoser();
    const office = await administrator();
    await givenStaff(portal, member.account.id, portal.world.icu.association, StaffRole.READER);

    expect((await reset(member.personId, office)).__typename).toBe('HolderHasRightsElsewhere');
    await begin(portal, member.account.address);
  });

  it('is helped once by two administrators who ask at the same moment', async () => {
    const member = await givenLoser();
    const [first, second] = [await administrator(), await administrator()];

    const results = await Promise.all([reset(member.personId, first), reset(member.personId, second)]);

    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
    await signedIn(portal, member.account.address);
  });

  it('is not helped by other roles, by themselves, through a site, or from another tree', async () => {
    const member = await givenLoser();
    for (const role of [StaffRole.MEMBERSHIP, StaffRole.READER])
      expect((await reset(member.personId, await administrator(role))).__typename).toBe(
        'AccountHolderNotFound',
      );

    const own = await administrator();
    const [self] = await portal.parts.db.entities.query<{ id: never }[]>(
      'select account_id as id from account_address where normalized = $1',
      [own.address],
    );
    const person = await givenPerson(portal, { accountId: self!.id });
    expect((await reset(toPublicId('Person', person.id), own)).__typename).toBe('OwnFactorsKept');

    const site = await signedIn(portal, own.address);
    const { errors } = await send(
      portal,
      'resetSecondFactors',
      { personId: member.personId, identityCheck: IDENTITY_CHECK },
      { token: site.accessToken },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);

    const elsewhere = await givenAccount(portal);
    await givenStaff(portal, elsewhere.id, portal.world.icu.association, StaffRole.ADMIN);
    const clientKey = portal.world.icu.toolKey;
    const { accessToken } = await signedIn(portal, elsewhere.address, { clientKey });
    const foreign = await reset(member.personId, { clientKey, token: accessToken });
    expect(foreign.__typename).toBe('AccountHolderNotFound');
    const { challenge } = await begin(portal, member.account.address);
    const input = { challenge, code: codeOf(portal, member.secret) };
    expect((await perform(portal, 'verifySecondFactor', input)).__typename).toBe('VerifySecondFactorSuccess');
  });
});
