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
  const input: Record<string, unknown> = {};
  for (const { path, kind, options, required, readOnlyReason, repeats } of form.fields) {
    const key = path.at(-1);
    if (key === undefined || readOnlyReason !== null || repeats) continue;
    const name = path.join('.');
    if (kind === 'CHECKBOX') input[key] = options.length > 0 ? data.getAll(name) : data.has(name);
    // An empty answer to a required question is for the service to refuse, in its words.
    else input[key] = data.get(name) || (required ? '' : null);
  }
  return input as Input;
}
