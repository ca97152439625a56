import { Kind, type FragmentDefinitionNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether the caller asks for a field below the one that is being resolved, e.g. `asksFor(info, 'nodes', 'status')`.
 * `@skip` and `@include` are not looked at: reading a part too many is harmless.
 */
export function asksFor(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) => selects(selectionSet, path, info.fragments));
}

/** Whether the caller asks for one of several fields below a path. */
export const asksForAny = (
  info: GraphQLResolveInfo,
  path: readonly string[],
  names: readonly string[],
): boolean => names.some(name => asksFor(info, ...path, name));

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function selects(set: SelectionSetNode | undefined, path: readonly string[], fragments: Fragments): boolean {
  if (path.length === 0) return true;
  return (set?.selections ?? []).some(selection => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === path[0] && selects(selection.selectionSet, path.slice(1), fragments);
      case Kind.INLINE_FRAGMENT:
        return selects(selection.selectionSet, path, fragments);
      case Kind.FRAGMENT_SPREAD:
        return selects(fragments[selection.name.value]?.selectionSet, path, fragments);
    }
  });
}
