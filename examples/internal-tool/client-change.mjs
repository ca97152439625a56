import { readClient, toClient } from './client-act.mjs';
import { drawFault } from './fault.mjs';
import { drawHidden } from './fields.mjs';
import { html } from './html.mjs';
import { drawActRefusal, faultsOf } from './refusal.mjs';
import { openForBody } from './staff.mjs';

/**
 * @typedef {import('./visit.mjs').Visit} Visit
 * @typedef {import('@affilia/sdk/clients').Client} Client
 * @typedef {import('./connect.mjs').Portal} Portal
 * @typedef {{ __typename: string, message: string, issues?: readonly { path: readonly string[], message: string }[] }} Problem
 * @typedef {{ title: (name: string) => string, intro: string, submit: string, done: (name: string) => string, labels: Readonly<Record<string, string>> }} Words
 * @typedef {{
 *   visit: Visit,
 *   client: Client,
 *   values: URLSearchParams,
 *   words: Words,
 *   faults: (field: string) => readonly string[],
 * }} Drawing
 */

/**
 * A page on which one thing about a client is changed: what stands, what was wrong with the answers at their fields,
 * and back to the client with a word when it is done.
 *
 * @param {{
 *   words: (visit: Visit) => Words,
 *   fits?: (client: Client) => boolean,
 *   standing: (client: Client) => URLSearchParams,
 *   draw: (drawing: Drawing) => unknown,
 *   send: (portal: Portal, client: Client, form: URLSearchParams, body: { id: string }) => Promise<{ ok: true } | { ok: false, problem: Problem }>,
 *   fieldAt?: (path: readonly string[], form: URLSearchParams) => string | undefined,
 * }} change `fieldAt` says which field of the page an answer came from, where its name in the API is another.
 * @returns {import('./visit.mjs').Page}
 */
export function clientChange({
  words: wordsOf,
  fits = () => true,
  standing,
  draw,
  send,
  fieldAt = ([, name]) => name,
}) {
  /**
   * @param {Visit} visit
   * @param {Client} client
   * @param {URLSearchParams} values
   * @param {Problem | null} refused
   * @returns {import('./visit.mjs').Drawn}
   */
  function page(visit, client, values, refused = null) {
    const { browser, address, linkTo, words: all } = visit;
    const words = wordsOf(visit);
    const corrections = (refused?.issues ?? []).map(({ path, message }) => {
      const field = fieldAt(path, values) ?? null;
      return { field: field !== null && field in words.labels ? field : null, message };
    });
    const faults = (/** @type {string} */ field) => faultsOf(corrections, field);
    return {
      title: words.title(client.name),
      ...(refused && { status: 422, problem: true }),
      content: html`
        ${refused && drawActRefusal(visit, refused, { corrections, labels: words.labels })}
        <p>${words.intro}</p>
        <form method="post" action="${address.pathname + address.search}" novalidate>
          ${drawHidden({ token: browser.formToken })} ${draw({ visit, client, values, words, faults })}
          <p><button class="main">${words.submit}</button></p>
        </form>
        <p><a class="way" href="${linkTo('clients/client', { client: client.id })}">${all.client.back}</a></p>
      `,
    };
  }

  return {
    async get(visit) {
      const { portal } = await openForBody(visit);
      const client = await readClient(portal, visit.address);
      return client && fits(client) ? page(visit, client, standing(client)) : drawFault(visit, 'NOT_FOUND');
    },

    async post(visit) {
      const { portal, body } = await openForBody(visit);
      const client = await readClient(portal, visit.address);
      if (!client || !fits(client)) return drawFault(visit, 'NOT_FOUND');
      const outcome = await send(portal, client, visit.form, body);
      return outcome.ok
        ? toClient(visit, client, wordsOf(visit).done(client.name))
        : page(visit, client, visit.form, outcome.problem);
    },
  };
}

/** @param {Client} client */
export const isSite = ({ kind }) => kind === 'PUBLISHABLE';

/** @param {Client} client */
export const isTool = ({ kind }) => kind === 'SECRET';

/** Answers that stand one per line. @param {string | null} text */
export const linesOf = text => (text ?? '').split(/\s+/).filter(line => line !== '');

/** The same as they stand in a field. @param {Readonly<Record<string, readonly string[]>>} lists */
export const asLines = lists =>
  new URLSearchParams(Object.entries(lists).map(([name, lines]) => [name, lines.join('\n')]));
