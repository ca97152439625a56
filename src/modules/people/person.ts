import { searchKey } from '../../kernel/search-key.ts';

export interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** As people say it, in both languages. */
export const displayNameOf = ({ givenName, familyName }: Named): string => `${givenName} ${familyName}`;

/** As lists sort it: by family name. */
export const personSearchKey = ({ givenName, familyName }: Named): string =>
  searchKey(`${familyName} ${givenName}`);

/**
 * Who acts when nobody is named: the only person, or the only one whom the client's association has on file.
 * Null when that leaves a choice, as in a joint account.
 */
export function actingPerson<P extends { readonly associationId: string }>(
  persons: readonly P[],
  clientAssociationId: string,
): P | null {
  const here = persons.filter(({ associationId }) => associationId === clientAssociationId);
  const candidates = here.length > 0 ? here : persons;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}
