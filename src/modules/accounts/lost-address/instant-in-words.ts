import type { Locale } from '../../../kernel/locale.ts';

/** `le 1er décembre 2026 à 7 h`, `December 1, 2026 at 7:00 a.m.`: French counts the first of a month, and full hours. */
export function instantInWords(instant: string, timeZone: string, locale: Locale): string {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
  if (locale !== 'fr-CA') return words;
  const french = words
    .replace(/^1 /, '1er ')
    .replace(/ 0(\d)\sh\s/, ' $1 h ')
    .replace(/\sh\s00$/, ' h')
    .replace(/\sh\s/, '\u00A0h\u00A0')
    .replace(/\sh$/, '\u00A0h');
  return `le ${french}`;
}
