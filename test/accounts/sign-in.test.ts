import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMemberNumber } from '../../src/modules/accounts/index.ts';
import { countStatements } from '../support/count-statements.ts';
import { minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount, PASSWORD } from './given-account.ts';
import { perform, send } from './operations.ts';

describe('signing in (A1, A2)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const outcome = async (
    identifier: string,
    asked: { clientKey?: string; password?: string } = {},
  ): Promise<string> => {
    const { password = PASSWORD, ...rest } = asked;
    return (await perform(portal, 'signIn', { identifier, password }, rest)).__typename;
  };
  const memberNumber = (accountId: string, associationId: string, number: string): Promise<string> =>
    portal.parts.db.transaction(tx =>
      addMemberNumber(tx, { accountId, associationId, memberNumber: number }),
    );

  it('works with the username, an address in any case, and the member number', async () => {
    const { id } = await givenAccount(portal, { username: 'JTremblay', address: 'Jean@MaBoite.example' });
    await memberNumber(id, portal.world.aqpm.association.id, 'AQ-1042');

    for (const identifier of ['JTremblay', ' JTremblay ', 'jean@maboite.EXAMPLE', 'AQ-1042', 'aq-1042']) {
      const result = await perform(portal, 'signIn', { identifier, password: PASSWORD });

      expect(result).toMatchObject({
        __typename: 'SignInSuccess',
        account: { username: 'JTremblay', addresses: [{ address: 'Jean@MaBoite.example', verified: true }] },
        next: { kind: 'DONE' },
        session: { refreshToken: expect.stringMatching(/^affilia_rt_[\w-]{43}$/) },
      });
    }
  });

  it('minds the case of a username where one of the person’s associations does', async () => {
    const { aqpm, acps } = portal.world;
    await givenAccount(portal, {
      username: 'MRoy',
      associationIds: [acps.association.id, aqpm.association.id],
    });

    expect(await outcome('MRoy')).toBe('SignInSuccess');
    expect(await outcome('mroy')).toBe('SignInRefused');
    expect(await outcome('mroy', { clientKey: acps.siteKey })).toBe('SignInRefused');
  });

  it('forgives the case of a username everywhere else', async () => {
    const { acps } = portal.world;
    await givenAccount(portal, { username: 'LGagnon', associationIds: [acps.association.id] });

    expect(await outcome('lgagnon')).toBe('SignInSuccess');
    expect(await outcome('LGAGNON', { clientKey: acps.siteKey })).toBe('SignInSuccess');
  });

  it('takes a member number only in the tree that gave it', async () => {
    const { aqpm, icu, oppi } = portal.world;
    const { id } = await givenAccount(portal, { associationIds: [oppi.id] });
    await memberNumber(id, oppi.id, '31337');

    expect(await outcome('31337', { clientKey: icu.siteKey })).toBe('SignInSuccess');
    expect(await outcome('31337', { clientKey: aqpm.siteKey })).toBe('SignInRefused');
  });

  it('refuses a member number that fits two accounts', async () => {
    const { icu, oppi, pibc } = portal.world;
    const [one, other] = [await givenAccount(portal), await givenAccount(portal)];
    await memberNumber(one.id, oppi.id, '777');
    await memberNumber(other.id, pibc.id, '777');

    expect(await outcome('777', { clientKey: icu.siteKey })).toBe('SignInRefused');
  });

  it('leaves a member number with the account that has it', async () => {
    const { oppi } = portal.world;
    const [one, other] = [await givenAccount(portal), await givenAccount(portal)];
    await memberNumber(one.id, oppi.id, '888');

    expect(await memberNumber(one.id, oppi.id, '888')).toBe('ADDED');
    expect(await memberNumber(other.id, oppi.id, '888')).toBe('HELD_BY_ANOTHER');
  });

  describe('refuses', () => {
    const anew = async (change: string): Promise<string> => {
      const { id, username } = await givenAccount(portal);
      await portal.parts.db.transaction(tx => tx.query(`update account set ${change} where id = $1`, [id]));
      return username ?? '';
    };

    it.each([
      ['an unknown username', () => Promise.resolve('personne'), PASSWORD],
      ['a wrong password', () => anew('locale = locale'), 'Bonjour!2025'],
      ['a disabled account', () => anew('disabled_at = opened_at'), PASSWORD],
      ['an account without a password', () => anew('password_hash = null'), PASSWORD],
    ])('%s with the same answer and the three ways on', async (_case, identifier, password) => {
      const answers = [];
      for (const locale of ['fr-CA', 'en-CA'] as const) {
        answers.push(
          (await send(portal, 'signIn', { identifier: await identifier(), password }, { locale })).data,
        );
      }

      expect(answers).toMatchObject([
        {
          signIn: {
            __typename: 'SignInRefused',
            message:
              'Ces renseignements ne permettent pas d’ouvrir une session. Vérifiez-les ou choisissez une des solutions ci-dessous.',
            nextSteps: [
              { kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD', support: null },
              { kind: 'FORGOTTEN_USERNAME', support: null },
              { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
            ],
          },
        },
        {
          signIn: {
            __typename: 'SignInRefused',
            message: expect.stringContaining('We could not sign you in'),
          },
        },
      ]);
    });

    it('all of them after as many statements', async () => {
      const identifiers = [
        'ne-porte-ce-nom',
        await anew('locale = locale'),
        await anew('disabled_at = opened_at'),
        await anew('password_hash = null'),
        await anew("kind = 'NON_PERSONAL'"),
      ];
      const counts = [];
      await outcome('pour-chauffer');
      for (const identifier of identifiers)
        counts.push(
          await countStatements(portal, () =>
            perform(portal, 'signIn', { identifier, password: 'Bonjour!2025' }),
          ),
        );

      expect(new Set(counts).size).toBe(1);
    });

    it('what nobody can have typed', async () => {
      const result = await perform(portal, 'signIn', { identifier: 'j\u0000t', password: '' });

      expect(result.issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
        ['input.identifier', 'BAD_FORMAT'],
        ['input.password', 'REQUIRED'],
      ]);
    });
  });

  describe('limits guessing', () => {
    it('to ten judged guesses in 15 minutes, of which two hundred come at once', async () => {
      const { username } = await givenAccount(portal);

      const guesses = await Promise.all(
        Array.from({ length: 200 }, (_, i) => outcome(username ?? '', { password: `Bonjour!${i}` })),
      );

      expect(guesses.filter(type => type === 'SignInRefused')).toHaveLength(10);
      expect(guesses.filter(type => type === 'TooManyAttempts')).toHaveLength(190);
    });

    it('with the same answer for the right password, until the time is over', async () => {
      const { username } = await givenAccount(portal);
      for (let i = 0; i < 10; i++) await outcome(username ?? '', { password: 'Bonjour!2025' });
      portal.clock.advance(minutes(5));

      const wrong = await perform(portal, 'signIn', { identifier: username, password: 'Bonjour!2025' });
      const right = await perform(portal, 'signIn', { identifier: username, password: PASSWORD });

      expect(right).toEqual(wrong);
      expect(right).toMatchObject({
        __typename: 'TooManyAttempts',
        retryAfterSeconds: 600,
        message: expect.stringMatching(/10 minutes.*nouveau mot de passe/),
        nextSteps: [
          { kind: 'WAIT' },
          { kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD' },
          { kind: 'FORGOTTEN_USERNAME' },
          { kind: 'CONTACT_SUPPORT', support: { email: 'aide@aqpm.example' } },
        ],
      });
      portal.clock.advance(minutes(10));
      expect(await outcome(username ?? '')).toBe('SignInSuccess');
    });

    it('alike for what is nobody’s, in whatever case it is typed', async () => {
      for (let i = 0; i < 10; i++) await outcome(i % 2 ? 'Fantôme' : 'FANTÔME');

      expect(await outcome('fantôme')).toBe('TooManyAttempts');
      portal.clock.advance(minutes(15));
      expect(await outcome('fantôme')).toBe('SignInRefused');
    });

    it('over all that an account can be called, and not for those who know their password', async () => {
      const { username, address } = await givenAccount(portal);
      for (let i = 0; i < 9; i++)
        await outcome(i % 2 ? (username ?? '') : address, { password: 'Bonjour!2025' });

      for (let i = 0; i < 12; i++) expect(await outcome(username ?? '')).toBe('SignInSuccess');
      expect(await outcome(address, { password: 'Bonjour!2025' })).toBe('SignInRefused');
      expect(await outcome(address)).toBe('TooManyAttempts');
      portal.clock.advance(minutes(15));
    });

    it('to a hundred a day', async () => {
      const { username } = await givenAccount(portal);
      for (let quarter = 0; quarter < 10; quarter++) {
        await Promise.all(
          Array.from({ length: 10 }, () => outcome(username ?? '', { password: 'Bonjour!2025' })),
        );
        portal.clock.advance(minutes(15));
      }

      const { retryAfterSeconds } = await perform(portal, 'signIn', {
        identifier: username,
        password: PASSWORD,
      });

      expect(retryAfterSeconds).toBe(21.5 * 3600);
    });

    it('of one visitor over many accounts', async () => {
      portal.clock.advance(minutes(15));
      for (let i = 0; i < 100; i++) await outcome(`inconnu-${i}`);

      expect(await outcome('inconnu-100')).toBe('TooManyAttempts');
      portal.clock.advance(minutes(15));
    });
  });
});
