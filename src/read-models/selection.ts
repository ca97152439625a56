import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

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

/** Whether the caller asks for any other than several fields below a path. */
export const asksBeyond = (
  info: GraphQLResolveInfo,
  path: readonly string[],
  names: readonly string[],
): boolean => fieldsAt(info, path).some(name => !names.includes(name));

/** Whether the caller asks a field of this name, wherever below it stands, for any other field than these. */
export const asksForMore = (info: GraphQLResolveInfo, field: string, names: readonly string[]): boolean => {
  const isWithin = (set: SelectionSetNode | undefined): boolean =>
    namesIn(set, [field], info.fragments).some(name => !names.includes(name)) ||
    setsIn(set, info.fragments).some(isWithin);
  return info.fieldNodes.some(({ selectionSet }) => isWithin(selectionSet));
};

/** The arguments with which a field is asked for right below the one that is being resolved: once for each alias. */
export function argumentsOf(info: GraphQLResolveInfo, field: string): Record<string, unknown>[] {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  if (definition === undefined) throw new Error(`${type.name} has no field ${field}`);
  return info.fieldNodes
    .flatMap(({ selectionSet }) => fieldsIn(selectionSet, info.fragments))
    .filter(node => node.name.value === field)
    .map(node => getArgumentValues(definition, node, info.variableValues));
}

/** What a document asks for stays the same, and documents are parsed once: so it is looked for once. */
export function oncePerDocument<T>(look: (info: GraphQLResolveInfo) => T): (info: GraphQLResolveInfo) => T {
  const found = new WeakMap<FieldNode, T>();
  return info => {
    const [node, ...others] = info.fieldNodes;
    if (node === undefined || others.length > 0) return look(info);
    const known = found.get(node) ?? look(info);
    found.set(node, known);
    return known;
  };
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of a selection, those of its fragments among them. */
const fieldsIn = (set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] =>
  (set?.selections ?? []).flatMap(selection => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return fieldsIn(selection.selectionSet, fragments);
      case Kind.FRAGMENT_SPREAD:
        return fieldsIn(fragments[selection.name.value]?.selectionSet, fragments);
    }
  });

/** What is asked for below each field of a selection. */
const setsIn = (set: SelectionSetNode | undefined, fragments: Fragments): SelectionSetNode[] =>
  fieldsIn(set, fragments).flatMap(({ selectionSet }) => selectionSet ?? []);

/** The names of all fields that stand below a path. */
const fieldsAt = (info: GraphQLResolveInfo, path: readonly string[]): string[] =>
  info.fieldNodes.flatMap(({ selectionSet }) => namesIn(selectionSet, path, info.fragments));

function namesIn(set: SelectionSetNode | undefined, path: readonly string[], fragments: Fragments): string[] {
  const [next, ...rest] = path;
  const fields = fieldsIn(set, fragments);
  if (next === undefined) return fields.map(({ name }) => name.value);
  return fields
    .filter(({ name }) => name.value === next)
    .flatMap(({ selectionSet }) => namesIn(selectionSet, rest, fragments));
}
