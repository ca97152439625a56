/** A calendar day such as `2026-11-22`, in words. @param {string} date @param {string} locale */
export const dayInWords = (date, locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** The day and hour of an instant where the association is. @param {string | null} instant @param {string} locale @param {string} timeZone */
export const momentOf = (instant, locale, timeZone) =>
  instant &&
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );

/** The day of an instant where the association is. @param {string | null} instant @param {string} locale @param {string} timeZone */
export const dayOf = (instant, locale, timeZone) =>
  instant && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(instant));
