import type { ConnectionArgs } from '../platform/graphql/connection.ts';
import { pageWindow, type PageWindow } from '../platform/graphql/page-window.ts';
import { readSearch } from '../platform/graphql/search-text.ts';
import { searchKey } from '../kernel/search-key.ts';

/** Everything strictly between two positions of a list that is sorted by (search key, id), as four parameters. */
export type Between = readonly [fromKey: string, fromId: string, toKey: string, toId: string];

export interface NameWindow extends PageWindow {
  readonly between: Between;
}

type Position = readonly [key: string, id: string];

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Sorts behind every name that starts with the same letters, because keys are compared byte by byte. */
const BEHIND = '\u{10FFFF}';

/** Where the names that start with a search stand, whatever their accents and case. */
export function foundBetween(search: string | null | undefined): Between {
  const prefix = searchKey(readSearch(search));
  return [prefix, LOWEST_ID, prefix + BEHIND, HIGHEST_ID];
}

/** Whether nothing is looked for. */
export const isWholeList = (search: string | null | undefined): boolean => readSearch(search) === '';

/** The page that the arguments of a list by name ask for. */
export function nameWindow(args: ConnectionArgs, search?: string | null): NameWindow {
  const window = pageWindow(args, ['text', 'uuid']);
  const whole = foundBetween(search);
  if (window.from === null) return { ...window, between: whole };

  const [fromKey, fromId, toKey, toId] = whole;
  const [key = '', id = ''] = window.from;
  const between: Between = window.backward
    ? [fromKey, fromId, ...earlier([toKey, toId], [key, id])]
    : [...later([fromKey, fromId], [key, id]), toKey, toId];
  return { ...window, between };
}

const isBefore = ([key, id]: Position, [otherKey, otherId]: Position): boolean => {
  const order = Buffer.compare(Buffer.from(key), Buffer.from(otherKey));
  return order === 0 ? id < otherId : order < 0;
};
/** A cursor of another search must not lead out of this one. */
const later = (a: Position, b: Position): Position => (isBefore(a, b) ? b : a);
const earlier = (a: Position, b: Position): Position => (isBefore(a, b) ? a : b);
