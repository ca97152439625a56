const OWN_MACHINE = new Set(['localhost', '127.0.0.1']);

/**
 * A link as it may stand in a mail: https, or http to the reader's own machine. The address is not repeated in
 * the fault, because its fragment may hold a secret.
 */
export function mailLink(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const allowed = url?.protocol === 'https:' || (url?.protocol === 'http:' && OWN_MACHINE.has(url.hostname));
  if (!url || !allowed || url.username !== '' || url.password !== '') {
    throw new RangeError('a mail links to https addresses only');
  }
  return url.href;
}
