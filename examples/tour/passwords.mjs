/**
 * For each rule that an association may have, a password that breaks it.
 *
 * @type {Readonly<Partial<Record<string, (familyName: string) => string>>>}
 */
export const refusedPasswords = {
  MIN_LENGTH: () => 'Né!27',
  MAX_LENGTH: () => 'Printemps!2027'.repeat(10),
  UPPER: () => 'printemps!2027',
  LOWER: () => 'PRINTEMPS!2027',
  DIGIT: () => 'Printemps!Neige',
  SPECIAL: () => 'Printemps2027',
  COMMON: () => 'P@ssw0rd',
  PERSONAL: familyName => `${familyName}!2027`,
};

export const GOOD_PASSWORD = 'Giboulées de mars!2027';
