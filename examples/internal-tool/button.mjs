import { randomUUID } from 'node:crypto';
import { drawHidden } from './fields.mjs';
import { html } from './html.mjs';

/**
 * An act that needs no answers, sent to the page that it stands on. Its key makes two clicks one act.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {unknown} label
 * @param {Record<string, string | null>} values
 */
export const drawButton = ({ browser, address }, label, values) =>
  html`<form method="post" action="${address.pathname + address.search}">
    ${drawHidden({ token: browser.formToken, key: randomUUID(), ...values })}
    <button>${label}</button>
  </form>`;

/**
 * Hidden answers of a form: whose it is, and the key of what is meant by it. Other answers under a key that was used
 * are another intent.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ __typename: string } | null} problem
 */
export const drawIntent = ({ browser, form }, problem = null) =>
  drawHidden({
    token: browser.formToken,
    key: problem?.__typename === 'IdempotencyKeyReused' ? randomUUID() : (form.get('key') ?? randomUUID()),
  });
