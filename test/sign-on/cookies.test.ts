import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { cookiesOf } from '../../src/modules/sign-on/provider/cookies.ts';
import { createVault } from '../../src/platform/secrets/create-vault.ts';

describe('the cookies of signing in (A12)', () => {
  const vault = createVault([randomBytes(32)], randomBytes);

  it('are held to this very host over https, out of the reach of scripts', () => {
    const { names, long, short } = cookiesOf({ publicUrl: 'https://connexion.example' }, vault);

    expect(names).toEqual({
      session: '__Host-affilia-sign-on',
      interaction: '__Secure-affilia-signing-in',
      resume: '__Secure-affilia-going-on',
    });
    expect(long).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, signed: true, path: '/' });
    expect(long).not.toHaveProperty('domain');
    expect(short).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, signed: true });
  });

  it('go without on the http of a test realm, where browsers would drop them', () => {
    const { names, long } = cookiesOf({ publicUrl: 'http://localhost:4000' }, vault);

    expect(names?.session).toBe('affilia-sign-on');
    expect(long?.secure).toBe(false);
  });
});
