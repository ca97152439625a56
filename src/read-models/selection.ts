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

/** Whether the caller asks for any other field than these below a path. */
export const asksForMore = (
  info: GraphQLResolveInfo,
  path: readonly string[],
  names: readonly string[],
): boolean => fieldsAt(info, path).some(name => !names.includes(name));

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

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
