import { searchKey } from '../../../kernel/search-key.ts';

interface Names {
  readonly givenName: string;
  readonly familyName: string;
}

/** Whether two people write their names alike, but for case, accents, hyphens, apostrophes and spaces. */
export const namesMatch = (typed: Names, onFile: Names): boolean =>
  folded(typed.givenName) === folded(onFile.givenName) &&
  folded(typed.familyName) === folded(onFile.familyName);

/** Alike for names that match. */
export const foldedNames = ({ givenName, familyName }: Names): readonly string[] => [
  folded(givenName),
  folded(familyName),
];

/** Spaces go too: `Jean-Luc`, `Jean Luc` and `Jeanluc`, `L’Écuyer` and `Lécuyer` are the same people. */
const folded = (name: string): string => searchKey(name).replaceAll(' ', '');
