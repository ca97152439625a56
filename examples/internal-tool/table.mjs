import { html } from './html.mjs';

/**
 * Rows that are compared with each other. The first cell of each names it.
 *
 * @param {string} caption
 * @param {readonly string[]} columns
 * @param {readonly (readonly unknown[])[]} rows
 */
export const drawTable = (caption, columns, rows) =>
  html`<div class="wide" role="group" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(column => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map(cell => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
