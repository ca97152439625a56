import { locale } from './connect.js';

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar day such as `2026-11-22`, in words. */
export const dayInWords = date => day.format(new Date(`${date}T00:00:00Z`));

/** The day of an instant where the association is. */
export const dayOf = (instant, { timeZone }) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(instant));
