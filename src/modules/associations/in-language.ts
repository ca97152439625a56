import type { Locale } from '../../kernel/locale.ts';

/** Of two wordings of one thing, the one for the reader. */
export const inLanguage = (locale: Locale, french: string, english: string): string =>
  locale === 'fr-CA' ? french : english;
