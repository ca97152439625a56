import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked } from '../support/portal.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount } from './given-account.ts';
import { signedIn } from './operations.ts';

interface Policy {
  readonly minLength: number;
  readonly maxLength: number;
  readonly rules: readonly { code: string; label: string; serverOnly: boolean; minimum: number | null }[];
}

describe('the password policy as data (A3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const ask = async (asked: Asked = {}, invitationCode: string | null = null): Promise<Policy> => {
    const { data } = await portal.graphql<{ passwordPolicy: Policy }>(
      `query ($invitationCode: String) {
        passwordPolicy(invitationCode: $invitationCode) { minLength maxLength rules { code label serverOnly minimum maximum pattern } }
      }`,
      { invitationCode },
      asked,
    );
    return data.passwordPolicy;
  };

  it('names the rules of the association whose site asks, in both languages', async () => {
    const french = await ask();
    const english = await ask({ locale: 'en-CA' });

    expect([french.minLength, french.maxLength]).toEqual([8, 128]);
    expect(french.rules.map(({ label, serverOnly }) => [label, serverOnly])).toEqual([
      ['Au moins 8 caractères', false],
      ['Au plus 128 caractères', false],
      ['Au moins 1 lettre majuscule', false],
      ['Au moins 1 lettre minuscule', false],
      ['Au moins 1 chiffre', false],
      ['Au moins 1 caractère spécial (ex. @!?&*)', false],
      ['Pas un mot de passe ou un mot que bien des gens utilisent', true],
      ['Sans votre nom, votre nom d’utilisateur ni votre adresse courriel', true],
    ]);
    expect(english.rules[0]).toEqual({
      code: 'MIN_LENGTH',
      label: 'At least 8 characters',
      serverOnly: false,
      minimum: 8,
      maximum: null,
      pattern: '[\\s\\S]',
    });
  });

  it('is everything that the associations of the signed-in person ask for', async () => {
    const { aqpm, acps } = portal.world;
    const { address } = await givenAccount(portal, {
      associationIds: [aqpm.association.id, acps.association.id],
    });
    const { accessToken: token } = await signedIn(portal, address, {
      clientKey: acps.siteKey,
      password: 'Bonjour tous!2026',
    });

    const policy = await ask({ token, clientKey: acps.siteKey });

    expect(policy.minLength).toBe(15);
    expect(policy.rules.map(({ code }) => code)).toContain('SPECIAL');
  });
});
