import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { isKnownHash, oldSchemes } from '../../src/modules/accounts/old-passwords/index.ts';
import { createPasswords, PASSWORD_COST } from '../../src/platform/secrets/create-passwords.ts';

const passwords = createPasswords({
  cost: PASSWORD_COST,
  concurrency: 2,
  queue: 50,
  random: randomBytes,
  oldSchemes,
});

const TYPED = 'Érable!2019';

/** Published examples, and hashes made by other programs than ours. */
const HASHES = [
  ['bcrypt $2a$', 'U*U', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
  ['bcrypt $2a$, accented', TYPED, '$2a$06$abcdefghijklmnopqrstuu.jZGOVAz23SLM7aneumj1Baz.qdthIu'],
  ['bcrypt $2b$', TYPED, '$2b$06$abcdefghijklmnopqrstuu.jZGOVAz23SLM7aneumj1Baz.qdthIu'],
  ['bcrypt $2y$', TYPED, '$2y$06$abcdefghijklmnopqrstuu.jZGOVAz23SLM7aneumj1Baz.qdthIu'],
  ['PBKDF2 with SHA-1', TYPED, '$pbkdf2$131000$dKiRdEJrQDBxAuFlN0q4qw$DACl3fFukjyMiGYcdlUVsJ3w/tk'],
  [
    'PBKDF2 with SHA-256',
    TYPED,
    '$pbkdf2-sha256$29000$2Nim0unh.5kwK0eaj.VA1A$VcGNi5bkNlGh3V7W51Q2hfkM3/MDwUupL7/ua0P5hgQ',
  ],
  [
    'PBKDF2 with SHA-512',
    TYPED,
    '$pbkdf2-sha512$25000$eVIQUcXEUmNUOTqXTVYUWA$CFhVpOUO0d7MYS32RzUt.2GAgjimXWFvrFqPEkycqDlY2Mv.VE08HZEVc9e7xt0jl.4o77OL7VsvGV2VJzlT8g',
  ],
  ['phpass', 'test12345', '$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0'],
  ['phpass of WordPress', TYPED, '$P$BKp3sV9xQ5MvtcUOceUYuy1gyQZ9jM0'],
  ['phpass of phpBB', TYPED, '$H$7a1b2c3d4GoquOCjXJ4JYfwKU2EGCp1'],
  ['Drupal', 'hashcat', '$S$C33783772bRXEx1aCsvY.dqgaaSu76XmVlKrW9Qu8IQlvxHlmzLf'],
  ['Drupal 7', TYPED, '$S$DWs7.kL2/arRFA05ypZ9doFXuk866cV1zbbMVE54I9eLSiFO/eXR'],
  ['Drupal 7 over md5', TYPED, 'U$S$9md5first94yegBcw/YBHB5hYQNXDxECDrHyvK3bm/6xIQkO1ll9'],
  [
    'Django PBKDF2',
    'hashcat',
    'pbkdf2_sha256$20000$H0dPx8NeajVu$GiC4k5kqbbR9qWBlsRgDywNqC2vd9kqfk7zdorEnNas=',
  ],
  [
    'Django PBKDF2, accented',
    TYPED,
    'pbkdf2_sha256$260000$l4PqXw8sT0aZ$JonhJmqKNgw+pfDoZwsjKt7ms27hu2UDHv8rZI8ad3g=',
  ],
  ['Django PBKDF2 with SHA-1', TYPED, 'pbkdf2_sha1$100000$l4PqXw8sT0aZ$utn1feBZAkMKCc7srCnCij/dyHM='],
  ['Django bcrypt', TYPED, 'bcrypt_sha256$$2b$06$abcdefghijklmnopqrstuuqbekJ20TPzU48SHU67vOirZ2xPtQQkC'],
  [
    'Django argon2',
    'password',
    'argon2$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  ],
  [
    'Django argon2i',
    'password',
    'argon2$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
  ],
] as const;

describe('a password of another system (M4)', () => {
  it.each(HASHES)('%s is known, fits the right password and no other', async (_scheme, typed, stored) => {
    expect(isKnownHash(stored)).toBe(true);
    expect(await passwords.verify(stored, typed)).toBe(true);
    expect(await passwords.verify(stored, `${typed} `)).toBe(false);
    expect(await passwords.verify(stored, '')).toBe(false);
  });

  it('fits however the keyboard composes its accents', async () => {
    const [, , stored] = HASHES[1];

    expect(await passwords.verify(stored, TYPED.normalize('NFD'))).toBe(true);
  });

  it.each([
    [
      'our own',
      '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    ],
    ['the password itself', TYPED],
    ['a bare md5', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['a bcrypt that was cut', '$2a$06$abcdefghijklmnopqrstuu.jZGOVAz23SLM7aneumj1Baz.qdthI'],
    ['a bcrypt for hours', '$2b$20$abcdefghijklmnopqrstuu.jZGOVAz23SLM7aneumj1Baz.qdthIu'],
    ['a phpass for hours', '$P$UKp3sV9xQ5MvtcUOceUYuy1gyQZ9jM0'],
    ['a Drupal for hours', '$S$WWs7.kL2/arRFA05ypZ9doFXuk866cV1zbbMVE54I9eLSiFO/eXR'],
    ['a PBKDF2 without rounds', 'pbkdf2_sha1$0$l4PqXw8sT0aZ$utn1feBZAkMKCc7srCnCij/dyHM='],
    ['a PBKDF2 for hours', 'pbkdf2_sha1$900000000$l4PqXw8sT0aZ$utn1feBZAkMKCc7srCnCij/dyHM='],
    ['a digest of another length', 'pbkdf2_sha256$100000$l4PqXw8sT0aZ$utn1feBZAkMKCc7srCnCij/dyHM='],
    [
      'an argon2 that fills the memory',
      'argon2$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    ],
    ['a Django password that nobody may use', '!aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcD'],
  ])('is not known when it is %s', (_why, stored) => {
    expect(isKnownHash(stored)).toBe(false);
  });

  it('is refused as late as an unknown account is, once one was judged', async () => {
    const slow = 'pbkdf2_sha256$1000000$l4PqXw8sT0aZ$JonhJmqKNgw+pfDoZwsjKt7ms27hu2UDHv8rZI8ad3g=';
    const fresh = createPasswords({
      cost: PASSWORD_COST,
      concurrency: 2,
      queue: 50,
      random: randomBytes,
      oldSchemes,
    });
    const took = async (stored: string | null): Promise<number> => {
      const begun = performance.now();
      await fresh.verify(stored, 'mauvais mot de passe');
      return performance.now() - begun;
    };
    const alone = await took(null);

    const old = await took(slow);
    const nobody = await took(null);

    expect(alone).toBeLessThan(old);
    expect(nobody).toBeGreaterThan(old * 0.9);
  });
});
