import { isWithin, type Tree } from '../association.policy.ts';

/** What can be shared, as the database spells it. */
export const SHARED_KINDS = ['MEMBERS', 'CONTACT'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** A sharing agreement as far as rights depend on it. */
export interface Sharing {
  readonly fromAssociationId: string;
  readonly toAssociationId: string;
  readonly kinds: readonly SharedKind[];
}

/** Whether a body stands above another whose independence keeps it out: only there is something to let through. */
export function isKeptOut(tree: Tree, above: string, below: string): boolean {
  if (isWithin(tree, above, below)) return false;
  let here = tree.get(below);
  while (here !== undefined && here.id !== above)
    here = here.parentId === null ? undefined : tree.get(here.parentId);
  return here !== undefined;
}

/** The bodies whose agreements cover a body: itself, and those above that reach it. */
export const coveringBodies = (tree: Tree, target: string): readonly string[] =>
  [...tree.keys()].filter(body => isWithin(tree, body, target));

/** What those agreements let through of which the reader acts for the receiving end. */
export const kindsLetThrough = (
  agreements: readonly Sharing[],
  receives: ReadonlySet<string>,
): readonly SharedKind[] => {
  const kinds = agreements
    .filter(({ toAssociationId }) => receives.has(toAssociationId))
    .flatMap(one => one.kinds);
  return SHARED_KINDS.filter(kind => kinds.includes(kind));
};
