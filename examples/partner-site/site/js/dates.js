import { locale } from './connect.js';

/** French keeps the ordinal of the first day of a month, which browsers drop. */
const inWords = (format, instant) => format.format(instant).replace(/^1(?=\s\p{L})/u, '1er');

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar day such as `2026-11-22`, in words. */
export const dayInWords = date => inWords(day, new Date(`${date}T00:00:00Z`));

/** The day of an instant where the association is. */
export const dayOf = (instant, { timeZone }) =>
  inWords(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }), new Date(instant));

/** So many days later, or earlier. */
export const daysAfter = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The evening of a day all over Canada: the same day wherever the association is, with what was done in the afternoon. */
export const eveningOf = date => `${daysAfter(date, 1)}T02:00:00Z`;
