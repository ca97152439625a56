import { createHash } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { OldScheme } from '../../../platform/secrets/passwords.ts';
import { bcrypt } from './bcrypt.ts';
import { pbkdf2Scheme } from './pbkdf2.ts';

const PBKDF2 = /^pbkdf2_(sha256|sha1)\$(\d{1,9})\$([^$]{1,200})\$([A-Za-z0-9+/]{27,43}=)$/;

const djangoPbkdf2 = pbkdf2Scheme(stored => {
  const [, named, iterations, salt, digest] = PBKDF2.exec(stored) ?? [];
  if (salt === undefined || digest === undefined) return null;
  const algorithm = named === 'sha1' ? named : 'sha256';
  return {
    algorithm,
    iterations: Number(iterations),
    salt: Buffer.from(salt),
    digest: Buffer.from(digest, 'base64'),
  };
});

const BCRYPT_SHA256 = 'bcrypt_sha256$';

/** bcrypt reads 72 bytes at most, so that Django gives it a digest of the password. */
const djangoBcrypt: OldScheme = {
  knows: stored => stored.startsWith(BCRYPT_SHA256) && bcrypt.knows(stored.slice(BCRYPT_SHA256.length)),
  verify: (stored, password) =>
    bcrypt.verify(stored.slice(BCRYPT_SHA256.length), createHash('sha256').update(password).digest('hex')),
};

const ARGON2 =
  /^argon2\$argon2(?:id|i|d)\$v=(?:16|19)\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,86}$/;

/** Django writes 100 MiB, two passes and eight lanes. */
const MOST = { kibibytes: 131_072, passes: 8, lanes: 16 } as const;

const djangoArgon2: OldScheme = {
  knows(stored) {
    const [, kibibytes, passes, lanes] = (ARGON2.exec(stored) ?? []).map(Number);
    if (kibibytes === undefined || passes === undefined || lanes === undefined) return false;
    return (
      lanes >= 1 &&
      lanes <= MOST.lanes &&
      passes >= 1 &&
      passes <= MOST.passes &&
      kibibytes >= 8 * lanes &&
      kibibytes <= MOST.kibibytes
    );
  },
  verify: (stored, password) => verify(stored.slice('argon2'.length), password),
};

/** As Django writes them: PBKDF2 with SHA-256 or SHA-1, bcrypt over SHA-256, argon2. */
export const django: readonly OldScheme[] = [djangoPbkdf2, djangoBcrypt, djangoArgon2];
