import { en } from './words.en.mjs';
import { fr } from './words.fr.mjs';

/** @typedef {import('./html.mjs').Markup} Markup */
/** @typedef {import('./words.fr.mjs').Words} Words */
/** @typedef {ReturnType<typeof openVisit>} Visit */

/**
 * What a page answers: itself, or where the browser goes on. `problem`: something must be corrected. `browserId`: the
 * browser is somebody else from now on.
 *
 * @typedef {{ title: string, content: Markup, status?: number, problem?: boolean }} Drawn
 * @typedef {{ to: string }} Redirect
 * @typedef {{ file: string, name: string, type: string }} File To be saved, and kept by nobody on the way.
 * @typedef {(Drawn | Redirect) & { browserId?: string }} AnswerOrSignedOut
 * @typedef {Drawn | Redirect | File | (Redirect & { browserId: string })} Answer
 * @typedef {{
 *   get?: (visit: Visit) => Answer | Promise<Answer>,
 *   post?: (visit: Visit) => Answer | Promise<Answer>,
 *   takesFile?: boolean,
 * }} Page
 */

/**
 * One request of a browser: which page in which language, who is behind it, and the ways to other pages.
 *
 * @param {{
 *   request: import('node:http').IncomingMessage,
 *   address: URL,
 *   page: string,
 *   trees: import('./trees.mjs').Trees,
 *   visitors: import('./visitors.mjs').Visitors,
 *   language: string,
 * }} options
 */
export function openVisit({ request, address, page, trees, visitors, language }) {
  const { id, isNew, person, owing, formToken } = visitors.of(request);
  const association = address.searchParams.get('association');
  /** @type {URLSearchParams} */
  const noForm = new URLSearchParams();

  return {
    page,
    address,
    /** @type {'fr-CA' | 'en-CA'} */
    locale: language === 'en' ? 'en-CA' : 'fr-CA',
    /** @type {Words} */
    words: language === 'en' ? en : fr,
    trees,
    visitors,
    browser: { id, isNew, formToken, address: request.socket.remoteAddress },
    person,
    owing,
    /** Set once the page has read it. @type {import('./staff.mjs').Staff | null} */
    staff: null,
    form: noForm,
    /** What was chosen in a form that takes a file. @type {import('./read-upload.mjs').SentFile | null} */
    file: null,

    isOwnForm() {
      return visitors.isOwnForm(id, this.form.get('token'));
    },

    /** Forgets who is behind the browser, and gives its next id. */
    signOut: () => visitors.signOut(id),

    /**
     * The address of a page in this language, and for the association that is being worked for.
     *
     * @param {string} to
     * @param {Record<string, string | readonly string[] | null | undefined>} parameters
     */
    linkTo(to, parameters = {}) {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries({ association, ...parameters }))
        for (const one of [value ?? []].flat()) search.append(name, one);
      return `/${language}/${to}${search.size > 0 ? `?${search}` : ''}`;
    },
  };
}
