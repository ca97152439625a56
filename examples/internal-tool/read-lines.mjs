/**
 * One person to invite per line: address, given name, family name. Between them stands a semicolon, or the tab that
 * spreadsheets paste. `tooLong`: the numbers of lines that have more than that.
 *
 * @param {string} text
 */
export function readLines(text) {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, parts: line.split(/[;\t]/).map(part => part.trim()) }))
    .filter(({ parts }) => parts.some(part => part !== ''));
  return {
    rows: lines.map(({ parts: [email = '', givenName = '', familyName = ''] }) => ({
      email,
      givenName,
      familyName,
    })),
    tooLong: lines.filter(({ parts }) => parts.length > 3).map(({ number }) => number),
  };
}

/** @param {{ email: string, givenName?: string | null | undefined, familyName?: string | null | undefined }} row */
export const writeLine = ({ email, givenName, familyName }) =>
  [email, givenName, familyName].filter(Boolean).join('; ');
