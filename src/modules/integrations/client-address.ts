import type { RealmMode } from '../../platform/context.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const LONGEST = 2_000;
/** `URL` lets other characters pass, such as the star of a pattern. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** An origin is written exactly as browsers send it, so that comparing strings compares origins. */
export function isClientOrigin(text: string, mode: RealmMode): boolean {
  const url = URL.parse(text);
  return url !== null && url.origin === text && isTrusted(url, mode);
}

/** The full address of a page. It has no fragment, because the secret of a mail goes there, and no credentials. */
export function isClientPage(text: string, mode: RealmMode): boolean {
  const url = URL.parse(text);
  if (url === null || text.length > LONGEST || text.includes('#')) return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.href === text && isTrusted(url, mode);
}

/** Where browsers are sent back to, compared as a text: what a pattern or a fragment would let in is not told apart. */
export const isRedirectUri = (text: string, mode: RealmMode): boolean =>
  isClientPage(text, mode) && !text.includes('*');

function isTrusted(url: URL, mode: RealmMode): boolean {
  if (!HOST.test(url.hostname)) return false;
  if (url.protocol === 'https:') return !isLoopback(url) || mode === 'TEST';
  return url.protocol === 'http:' && isLoopback(url) && mode === 'TEST';
}

const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);
