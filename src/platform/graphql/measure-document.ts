import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Size {
  /** Levels of fields; what asks about the schema itself does not count. */
  readonly depth: number;
  /** Fields once every fragment is spread. */
  readonly fields: number;
  /** How often a field answers under a name that another one in the same place has already. */
  readonly repeats: number;
  /** The outermost fields, repeated ones too. */
  readonly top: readonly { readonly name: string; readonly answer: string }[];
}

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

const EMPTY: Size = { depth: 0, fields: 0, repeats: 0, top: [] };
/** Beyond the limit of fields nobody asks how many there are; it keeps the list of a fragment bomb short. */
const LONGEST_TOP = 1_100;

/**
 * The size of every operation and fragment (unused ones cost validation too), each fragment measured once.
 * Null when fragments spread each other in a circle.
 */
export function measureDocument(document: DocumentNode): Map<Definition, Size> | null {
  const definitions = document.definitions.filter(isExecutable);
  const fragments = new Map(definitions.filter(isFragment).map(fragment => [fragment.name.value, fragment]));
  const sizes = new Map<Definition, Size>();
  const open = new Set<Definition>();
  const circles = new Set<Definition>();

  function sizeOf(definition: Definition): Size {
    const known = sizes.get(definition);
    if (known) return known;
    if (open.has(definition)) {
      circles.add(definition);
      return EMPTY;
    }
    open.add(definition);
    const size = addUp(definition.selectionSet);
    sizes.set(definition, size);
    return size;
  }

  function addUp({ selections }: SelectionSetNode): Size {
    let [depth, fields, repeats] = [0, 0, 0];
    const top: Size['top'][number][] = [];
    for (const selection of selections) {
      const size = sizeOfSelection(selection);
      depth = Math.max(depth, size.depth);
      fields += size.fields;
      repeats += size.repeats;
      top.push(...size.top.slice(0, LONGEST_TOP - top.length));
    }
    return { depth, fields, repeats, top };
  }

  function sizeOfSelection(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return addUp(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment ? sizeOf(fragment) : EMPTY;
    }
    const name = selection.name.value;
    if (name.startsWith('__')) return { ...EMPTY, fields: 1 };
    const { depth, fields, repeats } = selection.selectionSet
      ? inOnePlace(addUp(selection.selectionSet))
      : EMPTY;
    const answer = selection.alias?.value ?? name;
    return { depth: depth + 1, fields: fields + 1, repeats, top: [{ name, answer }] };
  }

  definitions.forEach(sizeOf);
  if (circles.size > 0) return null;
  return new Map([...sizes].map(([definition, size]) => [definition, inOnePlace(size)]));
}

/** Whoever spreads a fragment counts its outermost fields among their own, so repeats are told only at the end. */
function inOnePlace(size: Size): Size {
  const names = new Set(size.top.map(field => field.answer));
  return { ...size, repeats: size.repeats + size.top.length - names.size };
}

const isExecutable = (definition: DocumentNode['definitions'][number]): definition is Definition =>
  definition.kind === Kind.OPERATION_DEFINITION || isFragment(definition);

const isFragment = (definition: DocumentNode['definitions'][number]): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;
