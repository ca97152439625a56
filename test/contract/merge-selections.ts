type Fields = Map<string, Fields>;

/** What several selections ask for as one, each field once: `a { b }` and `a { c }` are `a { b c }`. */
export function mergeSelections(selections: readonly string[]): string {
  const top: Fields = new Map();
  const open: Fields[] = [top];
  let last = top;
  for (const [word] of selections.join(' ').matchAll(/\.\.\. on \w+|\w+|[{}]/g)) {
    const fields = open.at(-1)!;
    if (word === '{') open.push(last);
    else if (word === '}') open.pop();
    else {
      last = fields.get(word) ?? new Map<string, Fields>();
      fields.set(word, last);
    }
  }
  return textOf(top);
}

const textOf = (fields: Fields): string =>
  [...fields].map(([name, inside]) => (inside.size > 0 ? `${name} { ${textOf(inside)} }` : name)).join(' ');
