import type { Locale } from '../../kernel/locale.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** `le 1er décembre 2026`, `December 1, 2026`: French counts the first of a month, which `Intl` does not write. */
export function dateInWords(date: LocalDate, locale: Locale): string {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  return locale === 'fr-CA' ? `le ${words.replace(/^1 /, '1er ')}` : words;
}
