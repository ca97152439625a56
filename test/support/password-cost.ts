import type { PasswordCost } from '../../src/platform/secrets/create-passwords.ts';

/** Real hashes that cost next to nothing: most tests ask whether somebody gets in, not what a thief would pay. */
export const LITTLE_COST: PasswordCost = { memoryCost: 64, timeCost: 1, parallelism: 1 };
