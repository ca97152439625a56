/**
 * Reads a secret from the fragment of the page's address, such as `#code=…` of a mailed link, and takes it out of the
 * address bar and the history. It can be read once; where there is no page it is null.
 */
export function takeFragment(name: string): string | null {
  if (typeof window === 'undefined') return null;
  const { hash, pathname, search } = window.location;
  const parameters = new URLSearchParams(hash.slice(1));
  const value = parameters.get(name);
  if (value === null) return null;
  parameters.delete(name);
  const rest = parameters.toString();
  window.history.replaceState(window.history.state, '', pathname + search + (rest && `#${rest}`));
  return value;
}
