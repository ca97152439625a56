/** Everything strictly between two places of a list that is sorted by (key, id), as four parameters. */
export type Between = readonly [fromKey: string, fromId: string, toKey: string, toId: string];

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const ENDS = {
  // Keys are compared byte by byte: nothing sorts behind the last character there is.
  text: ['', '\u{10FFFF}'],
  timestamptz: ['-infinity', 'infinity'],
  date: ['-infinity', 'infinity'],
} as const;

/** What lies behind a cursor in reading direction; the whole list without one. */
export function between(cast: keyof typeof ENDS, cursor: readonly string[] | null, goesUp: boolean): Between {
  const [lowest, highest] = ENDS[cast];
  const [key = '', id = ''] = cursor ?? [];
  if (cursor === null) return [lowest, LOWEST_ID, highest, HIGHEST_ID];
  return goesUp ? [key, id, highest, HIGHEST_ID] : [lowest, LOWEST_ID, key, id];
}
