import type { FormFragment } from '../generated/operations.ts';

/**
 * What a person answered in an HTML form that was drawn from a form's `fields`, each control named by its path joined
 * with dots, as the input of the mutation or the arguments of the query. Left out: what they could not change, and
 * what only repeats another answer, such as a password typed twice.
 *
 * @example
 * ```ts
 * await flow.signInAndAccept(readForm(form, new FormData(element)));
 * ```
 */
export function readForm<Input extends object>(form: FormFragment, data: FormData): Input {
  const input = {};
  for (const { path, kind, options, required, readOnlyReason, repeats } of form.fields) {
    if (path.length === 0 || readOnlyReason !== null || repeats) continue;
    const name = path.join('.');
    // An empty answer to a required question is for the service to refuse, in its words.
    let answer: unknown = data.get(name) || (required ? '' : null);
    if (kind === 'CHECKBOX') answer = options.length > 0 ? data.getAll(name) : data.has(name);
    put(input, path[0] === 'input' ? path.slice(1) : path, answer);
  }
  return input as Input;
}

/** A number in a path is a row of a list. */
function put(into: object, [step, next, ...rest]: readonly string[], answer: unknown): void {
  const here = into as Record<string, unknown>;
  if (step === undefined) return;
  if (next === undefined) here[step] = answer;
  else put((here[step] ??= /^\d+$/.test(next) ? [] : {}), [next, ...rest], answer);
}
