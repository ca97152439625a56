import { beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { invitations } from '@affilia/sdk/invitations';
import { createFakePortal } from '@affilia/sdk/testing';
import { compile } from './compile.ts';

const start = `
  import type { Affilia, Outcome, UnknownProblem } from '@affilia/sdk';
  import type { accounts } from '@affilia/sdk/accounts';
  declare const affilia: Affilia<{ accounts: typeof accounts }>;
  const outcome = await affilia.accounts.signIn({ identifier: 'Marie', password: 'Secret-1234' });`;

const cases = `
      case 'InvalidInput': return problem.issues.length;
      case 'SignInRefused': return problem.nextSteps.length;
      case 'TooManyAttempts': return problem.retryAfterSeconds;`;

const judging = (all: string) => `${start}
  export function judge(): number {
    if (outcome.ok) return outcome.value.next.label.length;
    const { problem } = outcome;
    switch (problem.__typename) {${all}
    }
  }`;

describe('The outcome of an act, to the compiler (O2)', () => {
  let said: ReturnType<typeof compile>;
  beforeAll(() => {
    said = compile({
      'types/all.ts': judging(`${cases}\n      case 'UnknownProblem': return problem.name.length;`),
      'types/default.ts': judging(
        `${cases.split('\n').slice(0, 2).join('\n')}\n      default: return problem.message.length;`,
      ),
      'types/forgotten.ts': judging(cases),
      'types/mistyped.ts': judging(
        `${cases}\n      case 'SignInDenied': return 0;\n      default: return 1;`,
      ),
      'types/untold.ts': `${start}\n  export const label = outcome.value.next.label;`,
      'types/tokens.ts': `${start}\n  export const session = outcome.ok && outcome.value.session;`,
      'types/unused.ts': `${start}\n  export const gone = affilia.invitations;`,
      'types/input.ts': `${start}\n  void affilia.accounts.setLocale({ locale: 'FR' });`,
      'types/locale.ts': `
      import { createAffilia } from '@affilia/sdk';
      createAffilia({ endpoint: 'https://portal.test/graphql', clientKey: 'key', use: {} });`,
    });
  });

  it('is complete with a case for each problem and one for those to come', () => {
    expect(said['types/all.ts']).toEqual([]);
  });

  it('always has a message to show for the rest', () => {
    expect(said['types/default.ts']).toEqual([]);
  });

  it.each([
    ['a problem that nobody thought of', 'types/forgotten.ts', 'lacks ending return statement'],
    ['a problem that does not exist', 'types/mistyped.ts', 'is not comparable'],
    ['a value before the outcome is known', 'types/untold.ts', "Property 'value' does not exist"],
    ['a look at the tokens', 'types/tokens.ts', "Property 'session' does not exist"],
    ['a module that the site did not plug in', 'types/unused.ts', "Property 'invitations' does not exist"],
    ['a value that an enumeration does not have', 'types/input.ts', 'is not assignable'],
    ['a site without a language', 'types/locale.ts', "Property 'locale' is missing"],
  ])('does not compile with %s', (_what, file, message) => {
    expect(said[file]?.join('\n')).toContain(message);
  });
});

describe('A refusal that is newer than the site (O2)', () => {
  it('reaches the person in the words of the service', async () => {
    const portal = createFakePortal();
    portal.answer('SignIn', {
      result: { __typename: 'AccountFrozen', message: 'Ce compte est gelé.' } as never,
    });
    const affilia = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      fetch: portal.fetch,
      use: { accounts, invitations },
    });

    const outcome = await affilia.accounts.signIn({ identifier: 'Marie', password: 'Secret-1234' });

    expect(outcome).toEqual({
      ok: false,
      problem: { __typename: 'UnknownProblem', name: 'AccountFrozen', message: 'Ce compte est gelé.' },
    });
  });
});
