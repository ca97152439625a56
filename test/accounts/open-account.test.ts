import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAccount, type NewAccount } from '../../src/modules/accounts/index.ts';
import { InvalidInput } from '../../src/platform/graphql/invalid-input.ts';
import { Refusal, type Problem } from '../../src/platform/problem.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { contextOf, givenAccount, PASSWORD } from './given-account.ts';

describe('opening an account (A2, A3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const open = async (wanted: Partial<NewAccount>): Promise<Problem | null> => {
    const context = await contextOf(portal);
    const account: NewAccount = {
      username: 'quelqu’un',
      password: PASSWORD,
      address: 'quelquun@maboite.example',
      associationIds: [portal.world.aqpm.association.id],
      locale: 'fr-CA',
      personal: [],
      ...wanted,
    };
    try {
      await portal.parts.db.transaction(tx => openAccount(context, tx, account));
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  };

  it('refuses a username that differs only in case, and suggests free ones', async () => {
    await givenAccount(portal, { username: 'JTremblay' });
    await givenAccount(portal, { username: 'jtremblay3' });

    const problem = await open({ username: 'JTREMBLAY' });

    expect(problem?.constructor.name).toBe('UsernameTaken');
    expect(problem).toMatchObject({ suggestions: ['JTREMBLAY2', 'JTREMBLAY4', 'JTREMBLAY5'] });
  });

  it('gives a username to one of eight who want it at once, and an address likewise', async () => {
    const usernames = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        open({ username: i % 2 ? 'Voulu' : 'VOULU', address: `v${i}@maboite.example` }),
      ),
    );
    const addresses = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        open({ username: `voulu-${i}`, address: 'Voulue@maboite.example' }),
      ),
    );

    expect(namesOf(usernames)).toEqual(['UsernameTaken', 'opened']);
    expect(usernames.filter(problem => problem === null)).toHaveLength(1);
    expect(namesOf(addresses)).toEqual(['AddressHasAccount', 'opened']);
    expect(addresses.filter(problem => problem === null)).toHaveLength(1);
  });

  const namesOf = (problems: readonly (Problem | null)[]): string[] =>
    [...new Set(problems.map(problem => problem?.constructor.name ?? 'opened'))].sort();

  it('tells everything that is wrong at once', async () => {
    const problem = await open({ username: '12345', password: 'jean', personal: ['Jean'] });

    expect(problem).toBeInstanceOf(InvalidInput);
    const { issues } = problem as InvalidInput;
    expect(issues.map(({ path, code, rule }) => [path.join('.'), code, rule])).toEqual([
      ['input.username', 'NOT_ALLOWED', null],
      ['input.password', 'PASSWORD_RULE', 'MIN_LENGTH'],
      ['input.password', 'PASSWORD_RULE', 'UPPER'],
      ['input.password', 'PASSWORD_RULE', 'DIGIT'],
      ['input.password', 'PASSWORD_RULE', 'SPECIAL'],
      ['input.password', 'PASSWORD_RULE', 'PERSONAL'],
    ]);
  });

  it('asks for a username only where an association does', async () => {
    const { acps } = portal.world;

    const missing = await open({ username: null });
    const unasked = await open({
      username: null,
      password: 'quatre mots sans rime',
      associationIds: [acps.association.id],
      address: 'anonyme@maboite.example',
    });

    expect(missing).toMatchObject({ issues: [{ path: ['input', 'username'], code: 'REQUIRED' }] });
    expect(unasked).toBeNull();
  });

  it('keeps no password in clear', async () => {
    const problem = await open({
      username: 'oiseau',
      address: 'oiseau@maboite.example',
      password: 'Canari jaune!2026',
    });

    const rows: { line: string }[] = await portal.parts.db.entities.query(
      'select a::text || (select string_agg(e::text, $1) from audit_entry e) as line from account a',
      [''],
    );

    expect(problem).toBeNull();
    expect(rows.map(row => row.line).join('')).not.toContain('Canari jaune');
  });
});
