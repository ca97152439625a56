import { VARIABLES } from './variables.ts';

/** A variable that nothing reads, and the one that was probably meant. */
export interface Hint {
  readonly given: string;
  readonly meant: string;
}

/** Short names are near to too many others. */
const SHORTEST_NAME = 7;

export function hintsFor(names: readonly string[]): Hint[] {
  const known: readonly string[] = VARIABLES;
  return names
    .filter(name => !known.includes(name))
    .flatMap(given => {
      const meant = known.find(name => name.length >= SHORTEST_NAME && isSlip(given.toUpperCase(), name));
      return meant === undefined ? [] : [{ given, meant }];
    });
}

/** One letter too many, too few or wrong, or two neighbours exchanged. */
function isSlip(given: string, meant: string): boolean {
  if (Math.abs(given.length - meant.length) > 1) return false;
  const start = Array.from(meant).findIndex((letter, place) => given[place] !== letter);
  if (start < 0) return true;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  const exchanged = given[start] === meant[start + 1] && given[start + 1] === meant[start];
  return (
    rest(given, 1) === rest(meant, 1) ||
    rest(given, 1) === rest(meant, 0) ||
    rest(given, 0) === rest(meant, 1) ||
    (exchanged && rest(given, 2) === rest(meant, 2))
  );
}
