import { takeFragment } from '@affilia/sdk/flows';

const PLACE = 'mailed secret';

/**
 * The secret that a mailed link brought under one of these names, in the fragment of the address, where no server sees
 * it: `{ name, secret }`, or null. It is taken out of the address bar, and kept for this tab until it is used or
 * another one comes, so that a reload or the other language goes on where the person was.
 */
export function heldSecret(...names) {
  for (const name of names) {
    const fresh = takeFragment(name);
    if (fresh !== null) holdSecret(name, fresh);
  }
  const held = JSON.parse(withStorage(storage => storage.getItem(PLACE)) ?? 'null');
  return names.includes(held?.name) ? held : null;
}

export const holdSecret = (name, secret) =>
  withStorage(storage => storage.setItem(PLACE, JSON.stringify({ name, secret })));

export const forgetSecret = () => withStorage(storage => storage.removeItem(PLACE));

/** Pasting another mailed link over this page changes the fragment only, and browsers do not load the page again. */
export const reloadForNewSecret = (...names) =>
  addEventListener('hashchange', () => {
    const brought = new URLSearchParams(location.hash.slice(1));
    if (names.some(name => brought.has(name))) location.reload();
  });

const memory = new Map();
const ownStorage = {
  getItem: name => memory.get(name) ?? null,
  setItem: (name, text) => memory.set(name, text),
  removeItem: name => memory.delete(name),
};

/** A browser that keeps nothing for sites stops nobody: a reload asks for the link again. */
function withStorage(work) {
  try {
    return work(sessionStorage);
  } catch {
    return work(ownStorage);
  }
}
