import type { Locale } from '../../kernel/locale.ts';

/** Somebody invented. Addresses end in `.example`, so that no mail of a demonstration reaches anybody. */
export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: Locale;
  readonly email: string;
  /** E.164. */
  readonly workPhone?: string;
  readonly workPhoneExtension?: string;
}
