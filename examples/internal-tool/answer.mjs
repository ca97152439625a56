import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AffiliaError } from '@affilia/sdk';
import { brandOf } from './brand.mjs';
import { speaking } from './connect.mjs';
import { drawFault, SignInAgain } from './fault.mjs';
import { frame } from './frame.mjs';
import { languageOf } from './language.mjs';
import { pages } from './pages/index.mjs';
import { own } from './own.mjs';
import { readForm } from './read-form.mjs';
import { isUpload, readUpload } from './read-upload.mjs';
import { createTrees } from './trees.mjs';
import { openVisit } from './visit.mjs';
import { cookieOf, createVisitors } from './visitors.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** @type {Record<string, string>} */
const FILES = { '/style.css': 'text/css; charset=utf-8', '/icon.svg': 'image/svg+xml' };

/**
 * Answers every request of the tool.
 *
 * @param {{ endpoint: string, keys: Readonly<Record<string, string>>, secure: boolean }} options
 */
export function createTool({ endpoint, keys, secure }) {
  const trees = createTrees({ endpoint, keys });
  const visitors = createVisitors();

  /** @param {Request} request @param {Response} response */
  return async (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const address = new URL(request.url ?? '/', 'http://tool');
    const { pathname } = address;
    const type = FILES[pathname];
    if (type !== undefined) {
      const file = await readFile(join(import.meta.dirname, pathname));
      return send(response, 200, type, file, 'no-cache');
    }
    const [, tree] = /^\/brand\/([a-z0-9-]+)\.css$/.exec(pathname) ?? [];
    if (tree !== undefined)
      return send(response, 200, FILES['/style.css'], await brandOf(trees, tree), 'no-cache');

    const [, language, page = ''] = /^\/(fr|en)\/([a-z/-]*)$/.exec(pathname) ?? [];
    if (language === undefined && pathname === '/')
      return redirect(response, `/${languageOf(request.headers['accept-language'])}/`);

    const visit = openVisit({ request, address, page, trees, visitors, language: language ?? languageOf() });
    if (visit.browser.isNew) response.setHeader('set-cookie', cookieOf(visit.browser.id, secure));
    await speaking.run(visit.locale, async () => {
      const answered = await answerPage(
        visit,
        language === undefined ? undefined : own(pages, page),
        request,
      );
      if ('browserId' in answered) response.setHeader('set-cookie', cookieOf(answered.browserId, secure));
      if ('to' in answered) return redirect(response, answered.to);
      if ('file' in answered) {
        const { file, name, type } = answered;
        response.setHeader('content-disposition', `attachment; filename="${name}"`);
        return send(response, 200, type, file, 'no-store');
      }
      const body = request.method === 'HEAD' ? '' : frame(visit, answered).text;
      response.setHeader('content-language', visit.locale);
      return send(response, answered.status ?? 200, 'text/html; charset=utf-8', body, 'no-store');
    });
  };
}

/**
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./visit.mjs').Page | undefined} page
 * @param {Request} request
 * @returns {Promise<import('./visit.mjs').Answer>}
 */
async function answerPage(visit, page, request) {
  try {
    if (page && request.method === 'POST' && page.post) {
      const post = async () =>
        (visit.isOwnForm() ? page.post?.(visit) : null) ?? drawFault(visit, 'FOREIGN_FORM');
      if (page.takesFile && isUpload(request)) {
        const { form, file, letBy } = await readUpload(request);
        Object.assign(visit, { form, file });
        return await post().finally(letBy);
      }
      visit.form = await readForm(request);
      return await post();
    }
    if (page?.get && (request.method === 'GET' || request.method === 'HEAD')) return await page.get(visit);
    return drawFault(visit, page ? 'METHOD' : 'NOT_FOUND');
  } catch (error) {
    if (!(visit.person && isSignedOut(error)) && !(error instanceof SignInAgain))
      return drawFault(visit, error);
    const then = request.method === 'POST' ? null : visit.address.pathname + visit.address.search;
    // Whoever comes for the first time has had no session.
    const notice = visit.person ? 'session-ended' : null;
    const browserId = visit.signOut();
    return { to: visit.linkTo('sign-in', { notice, then }), browserId };
  }
}

/** @param {unknown} error */
const isSignedOut = error => error instanceof AffiliaError && error.code === 'UNAUTHENTICATED';

/** @param {Response} response @param {number} status @param {string | undefined} type @param {string | Buffer} body @param {string} caching */
function send(response, status, type = 'text/plain', body, caching) {
  response.writeHead(status, { 'content-type': type, 'cache-control': caching }).end(body);
}

/** After a form too: reloading the page that follows sends nothing again. @param {Response} response @param {string} to */
function redirect(response, to) {
  response.writeHead(303, { location: to, 'cache-control': 'no-store' }).end();
}
