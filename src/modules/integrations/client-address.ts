import type { RealmMode } from '../../platform/context.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
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
  if (url === null || text.includes('#') || url.username !== '' || url.password !== '') return false;
  return url.href === text && isTrusted(url, mode);
}

function isTrusted(url: URL, mode: RealmMode): boolean {
  if (!HOST.test(url.hostname)) return false;
  if (url.protocol === 'https:') return !isLoopback(url) || mode === 'TEST';
  return url.protocol === 'http:' && isLoopback(url) && mode === 'TEST';
}

const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);
