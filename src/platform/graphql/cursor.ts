const LONGEST = 2_000;

/** The sort values of a row as an opaque text. They are bound as parameters when they come back, so nothing is signed. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a cursor; null for whatever `encodeCursor` would not have written. */
export function decodeCursor(text: string): string[] | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const valid = Array.isArray(values) && values.every(isStorable) && encodeCursor(values) === text;
    return valid ? values : null;
  } catch {
    return null;
  }
}

/** PostgreSQL takes no NUL in a text. */
const isStorable = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
