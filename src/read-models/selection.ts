import { Kind, type FragmentDefinitionNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether the caller asks for a field below the one that is being resolved, e.g. `asksFor(info, 'nodes', 'status')`.
 * `@skip` and `@include` are not looked at: reading a part too many is harmless.
 */
export const asksFor = (info: GraphQLResolveInfo, ...path: readonly string[]): boolean =>
  fieldsAt(info, path.slice(0, -1)).some(name => name === path.at(-1));

/** Whether the caller asks for one of several fields below a path. */
export const asksForAny = (
  info: GraphQLResolveInfo,
  path: readonly string[],
  names: readonly string[],
): boolean => fieldsAt(info, path).some(name => names.includes(name));

/** Whether the caller asks a field of this name, wherever below it stands, for any other field than these. */
export const asksForMore = (info: GraphQLResolveInfo, field: string, names: readonly string[]): boolean => {
  const isWithin = (set: SelectionSetNode | undefined): boolean =>
    namesIn(set, [field], info.fragments).some(name => !names.includes(name)) ||
    setsIn(set, info.fragments).some(isWithin);
  return info.fieldNodes.some(({ selectionSet }) => isWithin(selectionSet));
};

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What is asked for below each field of a selection. */
const setsIn = (set: SelectionSetNode | undefined, fragments: Fragments): SelectionSetNode[] =>
  (set?.selections ?? []).flatMap(selection => {
    if (selection.kind === Kind.FIELD) return selection.selectionSet ?? [];
    return setsIn(
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments[selection.name.value]?.selectionSet,
      fragments,
    );
  });

/** The names of all fields that stand below a path. */
const fieldsAt = (info: GraphQLResolveInfo, path: readonly string[]): string[] =>
  info.fieldNodes.flatMap(({ selectionSet }) => namesIn(selectionSet, path, info.fragments));

function namesIn(set: SelectionSetNode | undefined, path: readonly string[], fragments: Fragments): string[] {
  const [next, ...rest] = path;
  return (set?.selections ?? []).flatMap(selection => {
    switch (selection.kind) {
      case Kind.FIELD:
        if (next === undefined) return [selection.name.value];
        return selection.name.value === next ? namesIn(selection.selectionSet, rest, fragments) : [];
      case Kind.INLINE_FRAGMENT:
        return namesIn(selection.selectionSet, path, fragments);
      case Kind.FRAGMENT_SPREAD:
        return namesIn(fragments[selection.name.value]?.selectionSet, path, fragments);
    }
  });
}
