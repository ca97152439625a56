import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';

/** Leads to the page of the association, which every site of the realm shares; nothing where the site is not known there. */
export function drawRealmSignIn(returnTo) {
  if (!affilia.redirect) return null;
  const { title, go: submitLabel } = words.realmSignIn;
  // Back from there, to a page that the browser kept: it would wait for ever for what it has left for.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  const send = () => affilia.redirect.signInByRedirect({ returnTo });
  return drawForm({ title, submitLabel, fields: [] }, { send }).element;
}
