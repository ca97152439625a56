import { drawIntent } from './button.mjs';
import { html } from './html.mjs';
import { correctionsOf, drawActRefusal, faultsOf } from './refusal.mjs';

/** @typedef {import('./html.mjs').Markup} Markup */

/**
 * A page with the form of one act: why it was refused, what it is about, and its fields, each of which is given the
 * faults of its name.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{
 *   title: string,
 *   labels: Readonly<Record<string, string>>,
 *   problem: { __typename: string, message: string } | null,
 *   before?: unknown,
 *   fields: (faults: (name: string) => readonly string[]) => unknown,
 *   submit: string,
 *   after?: unknown,
 * }} act
 * @returns {import('./visit.mjs').Drawn}
 */
export function drawActForm(visit, { title, labels, problem, before, fields, submit, after }) {
  const { address } = visit;
  const corrections = correctionsOf(
    problem ?? {},
    Object.fromEntries(Object.keys(labels).map(name => [name, name])),
  );
  return {
    title,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels })} ${before}
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawIntent(visit, problem)} ${fields(name => faultsOf(corrections, name))}
        <p><button class="main">${submit}</button></p>
      </form>
      ${after}
    `,
  };
}
