import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.ts';
import { openPortal, type Answer, type Portal } from '../support/portal.ts';
import { givenCode, givenOffice, preview, type Office } from './operations.ts';

const NEVER_A_CODE = '00000000-0000-0000';

describe('guessing codes', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  it('asks the database as often for a code of another tree as for one that never was', async () => {
    const { code } = await givenCode(portal, office);
    const { siteKey: clientKey } = portal.world.acps;
    const statements = (asked: string) =>
      countStatements(portal, () => preview(portal, asked, { clientKey }));

    expect(await statements(code)).toBe(await statements(NEVER_A_CODE));
  });

  it('is counted as well where the rules for a password are asked for, and a good code is not', async () => {
    const asked = {
      clientKey: portal.world.aqpm.toolKey,
      headers: { 'x-affilia-visitor': '198.51.100.7' },
    };
    const policyFor = (code: string): Promise<Answer<{ passwordPolicy: { minLength: number } }>> =>
      portal.graphql(
        'query ($code: String) { passwordPolicy(invitationCode: $code) { minLength } }',
        { code },
        asked,
      );
    const { code } = await givenCode(portal, office);

    for (let i = 0; i < 35; i++) expect((await policyFor(code)).data.passwordPolicy.minLength).toBe(8);
    for (let i = 0; i < 30; i++) await policyFor(NEVER_A_CODE);

    expect((await preview(portal, NEVER_A_CODE, asked)).__typename).toBe('TooManyAttempts');
    expect((await policyFor(NEVER_A_CODE)).errors.map(error => error.extensions.code)).toEqual([
      'RATE_LIMITED',
    ]);
  });
});
