import { attributes, html } from './html.mjs';

/**
 * How far something is that goes on by itself, and the way to look again: the page has no script that would.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ label: string, done: number, total: number | null }} progress
 */
export const drawProgress = ({ words, address }, { label, done, total }) =>
  html`<p>
    <label for="progress">${label}</label>
    <progress
      id="progress"
      ${attributes(total === null ? {} : { value: done, max: Math.max(total, 1) })}
    ></progress>
    <a class="way" href="${address.pathname + withoutOutcome(address)}">${words.list.lookAgain}</a>
  </p>`;

/** What the last act came to has been said. @param {URL} address */
function withoutOutcome({ searchParams }) {
  const left = new URLSearchParams(searchParams);
  left.delete('outcome');
  return left.size > 0 ? `?${left}` : '';
}
