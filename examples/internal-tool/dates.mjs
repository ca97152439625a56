/**
 * French counts the first of a month, which `Intl` does not write: `1er décembre 2026`.
 *
 * @param {Date} date
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} options
 */
function inWords(date, locale, options) {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...options }).format(date);
  return locale === 'fr-CA' ? words.replace(/^1 /, '1er ') : words;
}

/** A calendar day such as `2026-11-22`, in words. @param {string} date @param {string} locale */
export const dayInWords = (date, locale) =>
  inWords(new Date(`${date}T00:00:00Z`), locale, { timeZone: 'UTC' });

/** The day and hour of an instant where the association is. @param {string | null} instant @param {string} locale @param {string} timeZone */
export const momentOf = (instant, locale, timeZone) =>
  instant && inWords(new Date(instant), locale, { timeStyle: 'short', timeZone });

/** The day of an instant where the association is. @param {string | null} instant @param {string} locale @param {string} timeZone */
export const dayOf = (instant, locale, timeZone) =>
  instant && inWords(new Date(instant), locale, { timeZone });

/** The last day of what does not hold any more at an instant. @param {string} instant @param {string} locale @param {string} timeZone */
export const lastDayOf = (instant, locale, timeZone) =>
  dayOf(new Date(Date.parse(instant) - 1).toISOString(), locale, timeZone);

/**
 * The instant at which a day begins where the association is; null for what is no day.
 *
 * @param {string} date Such as `2026-11-22`.
 * @param {string} timeZone
 * @param {number} later So many days later.
 */
export function startOfDay(date, timeZone, later = 0) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const wanted = Date.parse(`${date}T00:00:00Z`) + later * 86_400_000;
  if (Number.isNaN(wanted)) return null;
  let instant = wanted;
  // Twice, because the clocks may change between the first guess and the day.
  for (let i = 0; i < 2; i++) instant = wanted - (shownAs(instant, timeZone) - instant);
  return new Date(instant).toISOString();
}

/** What the clock on the wall shows, as if it were that of Greenwich. @param {number} instant @param {string} timeZone */
function shownAs(instant, timeZone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(instant);
  return Date.parse(`${parts.replace(', ', 'T')}Z`);
}
